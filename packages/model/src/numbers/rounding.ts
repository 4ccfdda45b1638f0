import { Rational } from "./rational.js";

/** What happens to a value that lies exactly half way, or, for `towards-zero`, to any part of a unit. */
export type TieRule = "away-from-zero" | "to-even" | "towards-zero";

/**
 * Rounds the size of `value` to a whole number of `unit` and gives it its sign back, so that a gain and the equal loss
 * round alike (rule 2: a rounding has a tie rule and acts on sizes).
 */
export function roundTo(value: Rational, unit: Rational, ties: TieRule): Rational {
  const units = value.size().over(unit);
  let whole = units.top / units.bottom;
  const twiceRest = 2n * (units.top % units.bottom);
  if (ties !== "towards-zero") {
    if (twiceRest > units.bottom || (twiceRest === units.bottom && (ties === "away-from-zero" || whole % 2n === 1n))) {
      whole += 1n;
    }
  }
  const size = Rational.of(whole).times(unit);
  return value.isNegative ? size.negated() : size;
}
