import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { PeriodKind } from "../time/period.js";

/** Shorter periods read over a longer one (rule 4): flows add, levels take their average or their latest. */
export const SpanNode = NodeBase.extend({
  kind: z.literal("span"),
  of: z.string(),
  each: PeriodKind,
  how: z.enum(["add", "average", "latest"]),
});
export type SpanNode = z.infer<typeof SpanNode>;

export const span = {
  operands: (node: SpanNode): string[] => [node.of],
  evaluate(node: SpanNode, place: Place, evaluation: Evaluation): Evaluated {
    const { nodes } = evaluation.contract;
    const read = nodes[node.of]!;
    const inner = read.kind === "present" ? nodes[read.of]! : read;
    // An example may give the value of the whole period at once.
    if (inner.kind === "given" && evaluation.input(inner.input, place)) {
      const whole = evaluation.step(node.of, place);
      return { value: whole.value, inputs: [whole] };
    }
    const periods = evaluation.within(node.each, place.period);
    const counted = node.how === "latest" ? periods.slice(-1) : periods;
    const inputs = counted.map((period) => evaluation.step(node.of, { ...place, period }));
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const total = Rational.sum(inputs.map((step) => asNumber(step.value)));
    return { value: number(node.how === "average" ? total.over(Rational.of(inputs.length)) : total), inputs };
  },
};
