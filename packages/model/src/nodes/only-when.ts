import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { asTruth, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/**
 * `only when …`: a gate. Where it fails the amount is £0, or its `otherwise`, and the block ends there (rule 6):
 * `rest` is the end of the block.
 */
export const OnlyWhenNode = NodeBase.extend({
  kind: z.literal("only-when"),
  when: z.string(),
  /** The amount at the end of the block where the gate is passed. */
  rest: z.string(),
  otherwise: z.string().optional(),
});
export type OnlyWhenNode = z.infer<typeof OnlyWhenNode>;

export const onlyWhen = {
  operands: (node: OnlyWhenNode): string[] => [node.when, node.rest, ...(node.otherwise ? [node.otherwise] : [])],
  /** Inputs: the test, then the amount on the side that applies. */
  evaluate(node: OnlyWhenNode, place: Place, evaluation: Evaluation): Evaluated {
    const when = evaluation.step(node.when, place);
    if (when.value.is === "missing") return { value: when.value, inputs: [when] };
    const passed = asTruth(when.value);
    const next = passed ? node.rest : node.otherwise;
    if (next === undefined) return { value: number(Rational.zero), inputs: [when], reached: [-1] };
    const amount = evaluation.step(next, place);
    return { value: amount.value, inputs: [when, amount], reached: [passed ? 0 : -1] };
  },
};
