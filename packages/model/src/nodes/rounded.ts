import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";

/** `rounded to 2 decimals`, `rounded to the nearest penny`: nothing rounds but a written line and the final penny (rule 2). */
export const RoundedNode = NodeBase.extend({
  kind: z.literal("rounded"),
  of: z.string(),
  /** In the value's own unit: "0.01" of a ratio shown as a percentage is one percentage point. */
  to: RationalText,
  ties: z.enum(["away-from-zero", "to-even", "towards-zero"]),
});
export type RoundedNode = z.infer<typeof RoundedNode>;

export const rounded = {
  operands: (node: RoundedNode): string[] => [node.of],
  evaluate(node: RoundedNode, place: Place, evaluation: Evaluation): Evaluated {
    const input = evaluation.step(node.of, place);
    if (input.value.is !== "number") return { value: input.value, inputs: [input] };
    const before = asNumber(input.value);
    return { value: number(roundTo(before, Rational.parse(node.to), node.ties)), inputs: [input], before };
  },
};
