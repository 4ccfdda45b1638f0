import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { PeriodKind } from "../time/period.js";

/**
 * Another payment as a value (rule 10), over the reader's period. `earned` and `pool` are exact, so that a gate never
 * tests a rounded number; `amount` is after rounding; `party` is what the party in hand receives or pays of it.
 */
export const PaymentValueNode = NodeBase.extend({
  kind: z.literal("payment-value"),
  payment: z.string(),
  reads: z.enum(["earned", "amount", "pool", "party"]),
  each: PeriodKind,
});
export type PaymentValueNode = z.infer<typeof PaymentValueNode>;

export const paymentValue = {
  operands: (_node: PaymentValueNode): string[] => [],
  evaluate(node: PaymentValueNode, place: Place, evaluation: Evaluation): Evaluated {
    const { party, ...of } = place.of;
    const readings = evaluation
      .within(node.each, place.period)
      .map((period) => evaluation.payment(node.payment, { period, of }));
    const values: Value[] = readings.map((reading) =>
      node.reads === "party" ? reading.party(party!) : reading[node.reads],
    );
    const inputs = readings.flatMap((reading) => reading.steps);
    return { value: anyMissing(values) ?? number(Rational.sum(values.map(asNumber))), inputs };
  },
};
