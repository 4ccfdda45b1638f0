import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, missing, number, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * A directly standardised rate: what the rate would be if each stratum had the size that it has in a standard population,
 * Σ wᵢ·(nᵢ ÷ dᵢ) ÷ Σ wᵢ. This is the method of textbooks of epidemiology and public health ("direct standardisation").
 * A stratum with nothing below the line has no rate, and the whole is not reported (rule 11).
 */
export const StandardisedNode = NodeBase.extend({
  kind: z.literal("standardised"),
  /** The rate of one stratum. */
  of: z.string(),
  axis: z.string(),
  /** How much of the standard population each stratum is: any sizes above 0, only their proportions count. */
  weights: z.array(z.object({ key: z.string(), weight: RationalText })).min(1),
});
export type StandardisedNode = z.infer<typeof StandardisedNode>;

export const standardised = {
  operands: (node: StandardisedNode): string[] => [node.of],
  /** Inputs: the rate of each stratum, in the order of the weights. */
  evaluate(node: StandardisedNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = node.weights.map(({ key }) =>
      evaluation.step(node.of, { ...place, of: { ...place.of, [node.axis]: key } }),
    );
    const lack = anyMissing(inputs.map(({ value }, index) => inStratum(value, node.weights[index]!.key)));
    if (lack) return { value: lack, inputs };
    const weights = node.weights.map(({ weight }) => Rational.parse(weight));
    const parts = inputs.map(({ value }, index) => asNumber(value).times(weights[index]!));
    return { value: number(Rational.sum(parts).over(Rational.sum(weights))), inputs };
  },
};

/** What is lacking says in which stratum. */
const inStratum = (value: Value, key: string): Value =>
  value.is === "missing" ? missing(...value.lacks.map((lack) => ({ ...lack, why: `${key}: ${lack.why}` }))) : value;
