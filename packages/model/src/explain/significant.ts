import type { Step } from "../evaluate/evaluation.js";
import { asNumber, asTruth } from "../evaluate/value.js";
import { criticalSquared, type SignificantNode, zSquared } from "../nodes/significant.js";
import { Rational } from "../numbers/rational.js";
import { groupDigits, ratio } from "../units/unit.js";
import type { Words } from "./words.js";

/**
 * "the fall (420 of 1,000, 42%, against 500 of 1,000, 50%) is significant at 95% on a two-sided test: z² = 12.8824, at
 * least 3.8416 (1.96²), which chance alone would give in fewer than 1 in 20 cases".
 */
export function significant(node: SignificantNode, step: Step, words: Words): string {
  const [x1, n1, x2, n2] = step.inputs.map(({ value }) => asNumber(value)) as [Rational, Rational, Rational, Rational];
  const share = (x: Rational, n: Rational): string =>
    `${readable(x)} of ${readable(n)}, ${words.amount(x.over(n), ratio)}`;
  const level = words.amount(Rational.parse(node.level), ratio);
  const what = `the difference (${share(x1, n1)}, against ${share(x2, n2)})`;
  const test = `significant at ${level} on a ${node.sides === 2 ? "two" : "one"}-sided test`;
  const z = zSquared(x1, n1, x2, n2);
  if (!z) return `${what} is not ${test}: there is no difference`;
  const needed = criticalSquared(node);
  const limit = `${readable(needed)} (${node.critical}²)`;
  const cases = `1 in ${readable(Rational.one.over(Rational.one.less(Rational.parse(node.level))))} cases`;
  if (asTruth(step.value))
    return `${what} is ${test}: z² = ${readable(z)}, at least ${limit}, which chance alone would give in fewer than ${cases}`;
  if (z.below(needed))
    return `${what} is not ${test}: z² = ${readable(z)}, below ${limit}, which chance alone would give in more than ${cases}`;
  return `${what} is not ${test}: it does not lie ${node.side}, but the other way`;
}

/** At most four decimals, for the eye. */
const readable = (value: Rational): string => {
  const exact = value.toDecimal();
  return groupDigits(exact !== undefined && (exact.split(".")[1]?.length ?? 0) <= 4 ? exact : value.toFixed(4));
};
