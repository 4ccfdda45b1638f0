import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** A difference. `floor` is set on a step of a payment: an amount is a size and stops at nothing (rule 9). */
export const LessNode = NodeBase.extend({
  kind: z.literal("less"),
  from: z.string(),
  take: z.string(),
  floor: z.boolean(),
});
export type LessNode = z.infer<typeof LessNode>;

export const less = {
  operands: (node: LessNode): string[] => [node.from, node.take],
  evaluate(node: LessNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = [evaluation.step(node.from, place), evaluation.step(node.take, place)];
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const difference = asNumber(inputs[0]!.value).less(asNumber(inputs[1]!.value));
    const floored = node.floor && difference.isNegative;
    return { value: number(floored ? Rational.zero : difference), inputs, ...(floored ? { reached: [0] } : {}) };
  },
};
