import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { PeriodKind } from "../time/period.js";
import { type LineAmount, lineAmount } from "./line-in-force.js";

/**
 * A named line of a payment as a value, over the reader's period: `recovery of savings`. Of a step `less` it is what the
 * step took off; of any other line it is the amount after it. Exact, before the payment is rounded; nothing where the
 * payment went another way, or a gate above the line failed.
 */
export const LineValueNode = NodeBase.extend({
  kind: z.literal("line-value"),
  payment: z.string(),
  line: z.string(),
  each: PeriodKind,
});
export type LineValueNode = z.infer<typeof LineValueNode>;

export const lineValue = {
  operands: (_node: LineValueNode): string[] => [],
  /** Inputs: the line's step in each period in which it took part. */
  evaluate({ payment, line, each }: LineValueNode, place: Place, evaluation: Evaluation): Evaluated {
    const { party: _, ...of } = place.of;
    const readings = evaluation
      .within(each, place.period)
      .map((period) => lineAmount(payment, ({ label }) => label === line, { period, of }, evaluation));
    const values = readings.map(taken);
    const inputs = readings.flatMap(({ step }) => (step ? [step] : []));
    return { value: anyMissing(values) ?? number(Rational.sum(values.map(asNumber))), inputs };
  },
};

/** What a step `less` took off, or the amount after any other step. */
function taken({ value, step }: LineAmount): Value {
  if (step?.node.kind !== "less" || value.is !== "number") return value;
  return number(asNumber(step.inputs[0]!.value).less(value.number));
}
