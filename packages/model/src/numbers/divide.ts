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
