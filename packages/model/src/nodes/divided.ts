import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** A quotient. Nothing divided by nothing, and anything by nothing, is not reported (rule 11). `scale`: see `times`. */
export const DividedNode = NodeBase.extend({
  kind: z.literal("divided"),
  top: z.string(),
  bottom: z.string(),
  /** The contract says that the top is a percentage of the bottom. */
  written: z.literal("as-percentage").optional(),
  scale: RationalText.optional(),
});
export type DividedNode = z.infer<typeof DividedNode>;

export const divided = {
  operands: (node: DividedNode): string[] => [node.top, node.bottom],
  evaluate(node: DividedNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = [evaluation.step(node.top, place), evaluation.step(node.bottom, place)];
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const bottom = asNumber(inputs[1]!.value);
    if (bottom.isZero) {
      return {
        value: missing({
          input: node.name ?? node.id,
          why: "there is nothing to divide by (0 below the line)",
          source: node.source,
        }),
        inputs,
      };
    }
    const quotient = asNumber(inputs[0]!.value).over(bottom);
    return { value: number(node.scale ? quotient.times(Rational.parse(node.scale)) : quotient), inputs };
  },
};
