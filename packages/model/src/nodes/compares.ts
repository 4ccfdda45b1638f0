import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** `compares A with B`: the size of the difference on one side, nothing on the other. */
export const ComparesNode = NodeBase.extend({
  kind: z.literal("compares"),
  actual: z.string(),
  expected: z.string(),
  side: z.enum(["below", "above"]),
});
export type ComparesNode = z.infer<typeof ComparesNode>;

export const compares = {
  operands: (node: ComparesNode): string[] => [node.actual, node.expected],
  evaluate(node: ComparesNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = [evaluation.step(node.actual, place), evaluation.step(node.expected, place)];
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const [actual, expected] = inputs.map((step) => asNumber(step.value)) as [Rational, Rational];
    const gap = node.side === "below" ? expected.less(actual) : actual.less(expected);
    return { value: number(Rational.higher(Rational.zero, gap)), inputs };
  },
};
