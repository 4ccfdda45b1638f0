import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asTruth, truthValue } from "../evaluate/value.js";

/** `and`, `or`, `not`. One missing operand makes the whole missing: what is not known is not false (rule 11). */
export const LogicNode = NodeBase.extend({
  kind: z.literal("logic"),
  operator: z.enum(["and", "or", "not"]),
  operands: z.array(z.string()).min(1),
});
export type LogicNode = z.infer<typeof LogicNode>;

export const logic = {
  operands: (node: LogicNode): string[] => node.operands,
  evaluate(node: LogicNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = node.operands.map((operand) => evaluation.step(operand, place));
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const truths = inputs.map((step) => asTruth(step.value));
    const all =
      node.operator === "and" ? truths.every(Boolean) : node.operator === "or" ? truths.some(Boolean) : !truths[0];
    return { value: truthValue(all), inputs };
  },
};
