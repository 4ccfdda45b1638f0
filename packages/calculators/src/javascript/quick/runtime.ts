import { DIVISION } from "../division.js";
import type { Helper } from "../helper.js";
import type { Arithmetic } from "./arithmetic.js";

export const EXACT: Helper = {
  name: "EXACT",
  text: "// Whole numbers below this are exact in a double.\nconst EXACT = 9007199254740992;",
};

/** Whole units of a fraction, rounded on its size. */
export const ROUNDERS: Readonly<Record<Arithmetic["kind"], Helper>> = {
  numbers: {
    name: "roundNumber",
    text: `\
function roundNumber(n, d, ties) {
  const size = n < 0 ? -n : n;
  const rest = size % d;
  const down = (size - rest) / d;
  const more = 2 * rest - d;
  const up = ties !== "towards-zero" && (more > 0 || (more === 0 && (ties === "away-from-zero" || down % 2 === 1)));
  const units = up ? down + 1 : down;
  return n < 0 ? -units : units;
}`,
  },
  bigints: {
    name: "roundBigint",
    text: `\
function roundBigint(n, d, ties) {
  const size = n < 0n ? -n : n;
  const down = size / d;
  const more = 2n * (size - down * d) - d;
  const up = ties !== "towards-zero" && (more > 0n || (more === 0n && (ties === "away-from-zero" || down % 2n === 1n)));
  const units = up ? down + 1n : down;
  return n < 0n ? -units : units;
}`,
  },
};

/** Divides whole units by whole weights, which add up to `whole`: largest remainders, or what is left over to one. */
export const SPLITTERS: Readonly<Record<Arithmetic["kind"], Helper>> = {
  numbers: {
    name: "splitNumber",
    needs: [EXACT],
    text: `\
function splitNumber(amount, weights, whole, residual) {
  if (weights.length === 1) return [amount];
  if (amount * whole >= EXACT) return undefined;
  const parts = [];
  const rests = [];
  let left = amount;
  for (let i = 0; i < weights.length; i++) {
    const share = amount * weights[i];
    const rest = share % whole;
    const part = (share - rest) / whole;
    parts.push(part);
    rests.push(rest);
    left -= part;
  }
  if (residual >= 0) parts[residual] += left;
  else for (; left > 0; left--) giveOne(parts, rests, 1, -1);
  return parts;
}
// One unit more to the largest remainder, the first of equal ones; \`none\` is below every remainder.
function giveOne(parts, rests, one, none) {
  let best = 0;
  for (let i = 1; i < rests.length; i++) if (rests[i] > rests[best]) best = i;
  parts[best] += one;
  rests[best] = none;
}`,
  },
  bigints: {
    name: "splitBigint",
    needs: [DIVISION],
    text: `\
function splitBigint(amount, weights, whole, residual) {
  if (weights.length === 1) return [amount];
  return residual >= 0 ? withResidual(amount, weights, residual) : byLargestRemainder(amount, weights);
}`,
  },
};

const LISTED: Helper = {
  name: "listed",
  text: `\
function listed(into, { parties }, amounts, row) {
  for (let i = 0; i < amounts.length; i++) {
    const amount = BigInt(amounts[i]);
    if (amount !== 0n) into.push({ party: parties === null ? row : parties[i], amount });
  }
}
// Whether any of them is more than its limit in the period.
function beyond(amounts, { most }, period) {
  if (most === null) return false;
  const limits = most[period];
  for (let i = 0; i < amounts.length; i++) if (amounts[i] > limits[i]) return true;
  return false;
}`,
};

/** What a payment came to, divided. Undefined where a limit is passed or a number grows too long. */
export const PAID: Readonly<Record<Arithmetic["kind"], Helper>> = {
  numbers: {
    name: "paidNumber",
    needs: [SPLITTERS.numbers, LISTED],
    text: `\
function paidNumber(payment, row, branch, units, sides, period) {
  const [receives, pays] = [[], []];
  if (units !== 0) {
    const { named, first, second } = sides;
    const parts = splitNumber(units, first.weights, first.whole, first.residual);
    const totals = parts && othersNumber(units, parts, second);
    if (!totals || beyond(parts, first, period) || beyond(totals, second, period)) return undefined;
    listed(named === "receives" ? receives : pays, first, parts, row);
    listed(named === "receives" ? pays : receives, second, totals, row);
  }
  const amount = BigInt(units);
  return row === undefined
    ? { payment, amount, status: "determined", branch, receives, pays }
    : { payment, for: row, amount, status: "determined", branch, receives, pays };
}
function othersNumber(units, parts, second) {
  if (second.weights.length === 1) return [units];
  const totals = second.weights.map(() => 0);
  for (const part of parts) {
    const split = splitNumber(part, second.weights, second.whole, second.residual);
    if (!split) return undefined;
    for (let i = 0; i < split.length; i++) totals[i] += split[i];
  }
  return totals;
}`,
  },
  bigints: {
    name: "paidBigint",
    needs: [SPLITTERS.bigints, LISTED],
    text: `\
function paidBigint(payment, row, branch, units, sides, period) {
  const [receives, pays] = [[], []];
  if (units !== 0n) {
    const { named, first, second } = sides;
    const parts = splitBigint(units, first.weights, first.whole, first.residual);
    const totals = parts && othersBigint(units, parts, second);
    if (!totals || beyond(parts, first, period) || beyond(totals, second, period)) return undefined;
    listed(named === "receives" ? receives : pays, first, parts, row);
    listed(named === "receives" ? pays : receives, second, totals, row);
  }
  const amount = BigInt(units);
  return row === undefined
    ? { payment, amount, status: "determined", branch, receives, pays }
    : { payment, for: row, amount, status: "determined", branch, receives, pays };
}
function othersBigint(units, parts, second) {
  if (second.weights.length === 1) return [units];
  const totals = second.weights.map(() => 0n);
  for (const part of parts) {
    const split = splitBigint(part, second.weights, second.whole, second.residual);
    if (!split) return undefined;
    for (let i = 0; i < split.length; i++) totals[i] += split[i];
  }
  return totals;
}`,
  },
};

export const QUICK_RUNTIME: readonly Helper[] = [ROUNDERS, SPLITTERS, PAID].flatMap((of) => Object.values(of));
