import { Rational } from "../numbers/rational.js";

/** All numbers from `low` to `high`, both inside; null where there is no such end. */
export interface Interval {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

export const everything: Interval = { low: null, high: null };
export const sizes: Interval = { low: Rational.zero, high: null };
export const nothing: Interval = { low: Rational.zero, high: Rational.zero };
export const exactly = (value: Rational): Interval => ({ low: value, high: value });
export const between = (low: Rational, high: Rational): Interval => ({ low, high });

/** The one number that it holds, where it is one. */
export const single = ({ low, high }: Interval): Rational | undefined =>
  low !== null && high?.equals(low) ? low : undefined;

export const holds = ({ low, high }: Interval, value: Rational): boolean =>
  (low === null || !value.below(low)) && (high === null || !value.above(high));

/** The least interval that has both inside. */
export const hull = (a: Interval, b: Interval): Interval => ({
  low: a.low && b.low && Rational.lower(a.low, b.low),
  high: a.high && b.high && Rational.higher(a.high, b.high),
});

export const hullOf = (all: readonly Interval[]): Interval | undefined =>
  all.length === 0 ? undefined : all.reduce(hull);

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low && b.low && a.low.plus(b.low),
  high: a.high && b.high && a.high.plus(b.high),
});

export const sumOf = (all: readonly Interval[]): Interval => all.reduce(plus, nothing);

export const negated = ({ low, high }: Interval): Interval => ({
  low: high === null ? null : high.negated(),
  high: low === null ? null : low.negated(),
});

export const less = (a: Interval, b: Interval): Interval => plus(a, negated(b));

export const lower = (a: Interval, b: Interval): Interval => ({
  low: a.low && b.low && Rational.lower(a.low, b.low),
  high: a.high === null ? b.high : b.high === null ? a.high : Rational.lower(a.high, b.high),
});

export const higher = (a: Interval, b: Interval): Interval => negated(lower(negated(a), negated(b)));

/** Nothing below £0: what is left where an amount is a size. */
export const floored = (a: Interval): Interval => higher(a, nothing);

/** Each end carried through a function that never falls. */
export const rising = ({ low, high }: Interval, by: (value: Rational) => Rational): Interval => ({
  low: low && by(low),
  high: high && by(high),
});

/** An end that may lie beyond every number: -1 below all, 1 above all. */
type End = Rational | -1 | 1;
const lowOf = ({ low }: Interval): End => low ?? -1;
const highOf = ({ high }: Interval): End => high ?? 1;
const sign = (end: End): -1 | 0 | 1 => (typeof end === "number" ? end : end.compare(Rational.zero));

function product(a: End, b: End): End {
  if (typeof a !== "number" && typeof b !== "number") return a.times(b);
  const both = sign(a) * sign(b);
  // Of something without end, none at all is none.
  return both === 0 ? Rational.zero : both > 0 ? 1 : -1;
}

const order = (a: End, b: End): number =>
  typeof a !== "number" && typeof b !== "number"
    ? a.compare(b)
    : typeof a === "number" && typeof b === "number"
      ? a - b
      : typeof a === "number"
        ? a
        : -(b as number);

const endOf = (end: End): Rational | null => (typeof end === "number" ? null : end);

export function times(a: Interval, b: Interval): Interval {
  const corners = [lowOf(a), highOf(a)].flatMap((x) => [lowOf(b), highOf(b)].map((y) => product(x, y))).sort(order);
  return { low: endOf(corners[0]!), high: endOf(corners.at(-1)!) };
}

/** A quotient, where nothing is divided by nothing; without ends where the divisor may come as near to nothing as it likes. */
export function over(a: Interval, b: Interval): Interval | undefined {
  if (single(b)?.isZero) return undefined;
  if (b.low?.above(Rational.zero) || b.high?.isNegative) return times(a, turned(b));
  if (b.low !== null && !b.low.isNegative) return times(a, { low: turnedEnd(b.high), high: null });
  if (b.high !== null && !b.high.above(Rational.zero)) return times(a, { low: null, high: turnedEnd(b.low) });
  return single(a)?.isZero ? nothing : everything;
}

const turnedEnd = (end: Rational | null): Rational => (end ? Rational.one.over(end) : Rational.zero);
const turned = ({ low, high }: Interval): Interval => ({ low: turnedEnd(high), high: turnedEnd(low) });
