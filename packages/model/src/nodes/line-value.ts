import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place, Step } from "../evaluate/evaluation.js";
import { everyStep } from "../evaluate/reason.js";
import { anyMissing, asNumber, type Lack, missing, number, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { PeriodKind } from "../time/period.js";
import { lineInForce } from "./line-in-force.js";

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
  evaluate(node: LineValueNode, place: Place, evaluation: Evaluation): Evaluated {
    const { party: _, ...of } = place.of;
    const readings = evaluation
      .within(node.each, place.period)
      .map((period) => amountOf(node, { period, of }, evaluation));
    const values = readings.map(({ value }) => value);
    const inputs = readings.flatMap(({ step }) => (step ? [step] : []));
    return { value: anyMissing(values) ?? number(Rational.sum(values.map(asNumber))), inputs };
  },
};

function amountOf(node: LineValueNode, place: Place, evaluation: Evaluation): { value: Value; step?: Step } {
  const payment = evaluation.contract.payments.find(({ name }) => name === node.payment)!;
  for (const branch of payment.branches) {
    const index = branch.lines.findIndex(({ label }) => label === node.line);
    if (index < 0) continue;
    const force = lineInForce(branch, index, place, evaluation);
    if (force.is === "missing") return { value: force.value };
    if (force.is === "no") continue;
    const step = evaluation.step(branch.lines[index]!.node, place);
    const waits = everyStep([step]).flatMap(({ deferred }) => deferred ?? []);
    return { value: waits.length > 0 ? waiting(node, place, waits) : taken(step), step };
  }
  return { value: number(Rational.zero) };
}

/** While part of a line waits for reconciliation, so does whoever reads it. */
function waiting({ payment, source }: LineValueNode, { period }: Place, waits: readonly Lack[]): Value {
  const why = `for ${period.label} it waits for ${[...new Set(waits.map(({ input }) => input))].join(", ")}`;
  return missing({ input: payment, why, waits: "defer", payment: true, source });
}

/** What a step `less` took off, or the amount after any other step. */
function taken({ node, value, inputs }: Step): Value {
  if (node.kind !== "less" || value.is !== "number") return value;
  return number(asNumber(inputs[0]!.value).less(value.number));
}
