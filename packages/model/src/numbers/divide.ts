import { Rational } from "./rational.js";
import { roundTo } from "./rounding.js";

/**
 * Divides a rounded amount among weights so that the parts add up to it, to the unit (rule 8).
 * Each part is rounded down to a whole `unit`; the units left over go one each to the largest remainders, ties in the
 * order listed. `amount` must be a whole number of units and not negative; weights are sizes, not all zero.
 */
export function byLargestRemainder(amount: Rational, weights: readonly Rational[], unit: Rational): Rational[] {
  const whole = Rational.sum(weights);
  const exact = weights.map((weight) => amount.times(weight).over(whole));
  const parts = exact.map((part) => roundTo(part, unit, "towards-zero"));
  let left = amount.less(Rational.sum(parts)).over(unit).top;
  const order = exact
    .map((part, index) => ({ index, remainder: part.less(parts[index]!) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index);
  for (const { index } of order) {
    if (left <= 0n) break;
    parts[index] = parts[index]!.plus(unit);
    left -= 1n;
  }
  return parts;
}

/** Each part rounded down to a whole `unit`; what is left over goes to the party at `residual`. */
export function withResidual(
  amount: Rational,
  weights: readonly Rational[],
  unit: Rational,
  residual: number,
): Rational[] {
  const whole = Rational.sum(weights);
  const parts = weights.map((weight) => roundTo(amount.times(weight).over(whole), unit, "towards-zero"));
  parts[residual] = parts[residual]!.plus(amount.less(Rational.sum(parts)));
  return parts;
}

/**
 * Each part with what is `carried` to it from before, so that parts to date stay within a unit of the exact shares to date
 * (rule 8). `carried` sums to nothing. A part is never below nothing: who has had more than its share waits, and where
 * that leaves too little for the rest, those whose parts lose least by it have a unit less. So nobody is ever a whole unit
 * above its share to date; a unit or more below it only where shares of less than a unit are divided.
 */
export function byRunningRemainder(
  amount: Rational,
  weights: readonly Rational[],
  unit: Rational,
  carried: readonly Rational[],
): { parts: Rational[]; carried: Rational[] } {
  const whole = Rational.sum(weights);
  const due = weights.map((weight, index) => amount.times(weight).over(whole).plus(carried[index]!));
  const parts = due.map((part) => Rational.higher(Rational.zero, roundTo(part, unit, "towards-zero")));
  const order = due
    .map((part, index) => ({ index, remainder: part.less(parts[index]!) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index)
    .map(({ index }) => index);
  let left = amount.less(Rational.sum(parts)).over(unit).top;
  for (const index of order) {
    if (left <= 0n) break;
    parts[index] = parts[index]!.plus(unit);
    left -= 1n;
  }
  while (left < 0n) {
    for (const index of order.toReversed()) {
      if (left === 0n) break;
      if (parts[index]!.isZero) continue;
      parts[index] = parts[index]!.less(unit);
      left += 1n;
    }
  }
  return { parts, carried: due.map((part, index) => part.less(parts[index]!)) };
}
