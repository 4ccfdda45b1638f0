import { Rational } from "../numbers/rational.js";
import { type Interval, negated } from "./interval.js";

interface Weighed {
  readonly weight: Rational;
  /** Undefined where it is never known. */
  readonly value: Interval | undefined;
  /** Where it is not reported the others share its weight. */
  readonly sharesWeight: boolean;
}

/**
 * The weighted average of those that are reported, whichever of those that share their weight are not: the highest leaves
 * out what would draw it down, the lowest what would draw it up.
 */
export function averages(parts: readonly Weighed[]): Interval | undefined {
  if (parts.some(({ value, sharesWeight }) => !value && !sharesWeight)) return undefined;
  const known = parts.filter((part): part is Weighed & { value: Interval } => part.value !== undefined);
  if (known.every(({ weight }) => weight.isZero)) return undefined;
  const turned = known.map((part) => ({ ...part, value: negated(part.value) }));
  const low = highest(turned);
  return { low: low === null ? null : low.negated(), high: highest(known) };
}

function highest(parts: readonly (Weighed & { value: Interval })[]): Rational | null {
  if (parts.some(({ value, weight }) => value.high === null && !weight.isZero)) return null;
  const of = (some: typeof parts): Rational | undefined => {
    const whole = Rational.sum(some.map(({ weight }) => weight));
    if (whole.isZero) return undefined;
    return Rational.sum(some.map(({ weight, value }) => weight.times(value.high ?? Rational.zero))).over(whole);
  };
  const high = (part: { value: Interval }): Rational => part.value.high ?? Rational.zero;
  const always = parts.filter(({ sharesWeight }) => !sharesWeight);
  const sometimes = parts.filter(({ sharesWeight }) => sharesWeight).sort((a, b) => high(b).compare(high(a)));
  const averages = [0, ...sometimes.map((_, index) => index + 1)].flatMap((count) => {
    const average = of([...always, ...sometimes.slice(0, count)]);
    return average ? [average] : [];
  });
  return averages.reduce(Rational.higher);
}
