import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, missing, truthValue } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * Whether two shares differ by more than chance explains: the z-test of two proportions with the pooled share, as textbooks
 * of statistics have it. With x₁ of n₁ rows in one group, x₂ of n₂ in the other, and p = (x₁ + x₂) ÷ (n₁ + n₂):
 *
 *   z² = (x₁ ÷ n₁ − x₂ ÷ n₂)² ÷ (p · (1 − p) · (1 ÷ n₁ + 1 ÷ n₂))
 *
 * It is significant where z² is at least the square of the critical value: fractions are compared, and no root is taken.
 * On a one-sided test the first share must also lie on the side that the contract names. Where all rows of both groups,
 * or none, are above the line, the shares are the same and nothing is significant.
 */
export const SignificantNode = NodeBase.extend({
  kind: z.literal("significant"),
  /** The share that is compared, and the share that it is compared with: above and below the line. */
  compared: z.object({ top: z.string(), bottom: z.string() }),
  with: z.object({ top: z.string(), bottom: z.string() }),
  /** The side on which the first share is said to lie. */
  side: z.enum(["below", "above"]),
  sides: z.union([z.literal(1), z.literal(2)]),
  /** 0.95. */
  level: RationalText,
  /** What |z| must reach, from the tables of the normal distribution, to three decimals: 1.96. */
  critical: RationalText,
});
export type SignificantNode = z.infer<typeof SignificantNode>;

export const significant = {
  operands: ({ compared, with: other }: SignificantNode): string[] => [
    compared.top,
    compared.bottom,
    other.top,
    other.bottom,
  ],
  evaluate(node: SignificantNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = significant.operands(node).map((id) => evaluation.step(id, place));
    const lack = anyMissing(inputs.map(({ value }) => value));
    if (lack) return { value: lack, inputs };
    const [x1, n1, x2, n2] = inputs.map(({ value }) => asNumber(value)) as [Rational, Rational, Rational, Rational];
    if (n1.isZero || n2.isZero) {
      const why = "one of the two groups has no rows";
      return { value: missing({ input: node.name ?? node.id, why, source: node.source }), inputs };
    }
    const reached = zSquared(x1, n1, x2, n2)?.below(criticalSquared(node)) === false;
    const difference = x1.over(n1).less(x2.over(n2));
    const onItsSide = node.side === "below" ? difference.isNegative : !difference.isNegative && !difference.isZero;
    return { value: truthValue(reached && (node.sides === 2 || onItsSide)), inputs };
  },
};

/** Undefined where there is no spread to compare with: all rows of both groups are above the line, or none is. */
export function zSquared(x1: Rational, n1: Rational, x2: Rational, n2: Rational): Rational | undefined {
  const difference = x1.over(n1).less(x2.over(n2));
  const pooled = x1.plus(x2).over(n1.plus(n2));
  const spread = pooled.times(Rational.one.less(pooled)).times(Rational.one.over(n1).plus(Rational.one.over(n2)));
  return spread.isZero ? undefined : difference.times(difference).over(spread);
}

export function criticalSquared({ critical }: Pick<SignificantNode, "critical">): Rational {
  const z = Rational.parse(critical);
  return z.times(z);
}
