import type { Helper } from "./helper.js";

/** The small exact runtime: what values are, how they are added and compared, and how a missing one stays missing. */

export const FRACTION: Helper = {
  name: "frac",
  text: `\
// An exact fraction. The denominator is above zero; it is not always in lowest terms.
class Fraction {
  constructor(n, d) {
    this.n = n;
    this.d = d;
  }
}
const frac = (n, d) => new Fraction(n, d);
const ZERO = frac(0n, 1n);
const ONE = frac(1n, 1n);`,
};

export const MISSING: Helper = {
  name: "lacking",
  text: `\
// A value that is not reported: never zero, never false. Each lack says which input, why, and what is awaited.
class Missing {
  constructor(lacks) {
    this.lacks = lacks;
  }
}
const missing = (input, why, waits) => new Missing([{ input, why, waits }]);
const isMissing = (value) => value instanceof Missing;

// What is lacking among values, each lack once; undefined where every value is known.
function lacking(values) {
  let lacks;
  for (const value of values) if (value instanceof Missing) lacks = lacks ? [...lacks, ...value.lacks] : value.lacks;
  if (lacks === undefined) return undefined;
  const seen = new Set();
  return new Missing(lacks.filter(({ input, why }) => !seen.has(input + why) && seen.add(input + why)));
}`,
};

export const PARSE: Helper = {
  name: "exact",
  needs: [FRACTION],
  text: `\
// Reads "12", "-3.075" or "1/3".
function exact(text) {
  const parts = /^(-?)(\\d+)(?:\\.(\\d+)|\\/(0*[1-9]\\d*))?$/.exec(text);
  if (!parts) throw new RangeError(JSON.stringify(text) + " is not an exact number: write it like 12, -3.075 or 1/3");
  const digits = parts[3] ?? "";
  const size = BigInt(parts[2] + digits);
  const bottom = parts[4] === undefined ? 10n ** BigInt(digits.length) : BigInt(parts[4]);
  return frac(parts[1] === "-" ? -size : size, bottom);
}`,
};

export const REDUCED: Helper = {
  name: "reduced",
  needs: [FRACTION],
  text: `\
// Lowest terms, where the denominator has grown long.
function reduced(value) {
  if (value.d < 18446744073709551616n) return value;
  let x = value.n < 0n ? -value.n : value.n;
  let y = value.d;
  while (y !== 0n) [x, y] = [y, x % y];
  return frac(value.n / x, value.d / x);
}`,
};

export const ADD: Helper = {
  name: "add",
  needs: [REDUCED],
  text: `\
function add(a, b) {
  if (a.d === b.d) return frac(a.n + b.n, a.d);
  if (a.n === 0n) return b;
  return reduced(frac(a.n * b.d + b.n * a.d, a.d * b.d));
}
const sum = (values) => values.reduce(add, ZERO);`,
};

export const SUBTRACT: Helper = {
  name: "subtract",
  needs: [REDUCED],
  text: `\
const subtract = (a, b) =>
  a.d === b.d ? frac(a.n - b.n, a.d) : reduced(frac(a.n * b.d - b.n * a.d, a.d * b.d));`,
};

export const MULTIPLY: Helper = {
  name: "multiply",
  needs: [REDUCED],
  text: "const multiply = (a, b) => reduced(frac(a.n * b.n, a.d * b.d));",
};

export const DIVIDE: Helper = {
  name: "divide",
  needs: [REDUCED],
  text: `\
// The caller has made sure that b is not zero.
const divide = (a, b) =>
  reduced(b.n < 0n ? frac(-a.n * b.d, -a.d * b.n) : frac(a.n * b.d, a.d * b.n));`,
};

export const COMPARE: Helper = {
  name: "compare",
  needs: [FRACTION],
  text: `\
// Below zero where a is below b, zero where they are equal.
function compare(a, b) {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}`,
};

export const WHOLE_UNITS: Helper = {
  name: "wholeUnits",
  needs: [FRACTION],
  text: `\
// How many whole units a value is, rounded on its size.
function wholeUnits(value, unit, ties) {
  const size = (value.n < 0n ? -value.n : value.n) * unit.d;
  const bottom = value.d * unit.n;
  const twiceRest = 2n * (size % bottom);
  let whole = size / bottom;
  if (ties !== "towards-zero") {
    if (twiceRest > bottom || (twiceRest === bottom && (ties === "away-from-zero" || whole % 2n === 1n))) whole += 1n;
  }
  return value.n < 0n ? -whole : whole;
}
const roundTo = (value, unit, ties) => frac(wholeUnits(value, unit, ties) * unit.n, unit.d);`,
};

export const ONCE: Helper = {
  name: "once",
  text: `\
// Work, and what part of it waits for reconciliation.
function traced(run, work) {
  const outer = run.waits;
  run.waits = new Set();
  try {
    return { value: work(), waits: run.waits };
  } finally {
    run.waits = outer;
  }
}
const wait = (run, lacks) => {
  for (const lack of lacks) run.waits.add(lack);
};

// Worked out once in each period, for each participant that the value varies over.
const once = (axes, work) => (at) => {
  const { run, period, of } = at;
  const key = axes.length === 0 ? period : JSON.stringify([period.kind, period.index, ...axes.map((axis) => of[axis])]);
  let memory = run.memory.get(work);
  if (memory === undefined) run.memory.set(work, (memory = new Map()));
  let known = memory.get(key);
  if (known === undefined) memory.set(key, (known = traced(run, () => work(at))));
  wait(run, known.waits);
  return known.value;
};`,
};

/** Pieces that every module has. */
export const CORE: readonly Helper[] = [FRACTION, MISSING, PARSE, ADD, WHOLE_UNITS, ONCE];

export const RUNTIME: readonly Helper[] = [...CORE, REDUCED, SUBTRACT, MULTIPLY, DIVIDE, COMPARE];
