import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place, Step } from "../evaluate/evaluation.js";
import { everyStep } from "../evaluate/reason.js";
import { anyMissing, asNumber, type Missing, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import { stretchTo } from "../time/period.js";

/**
 * `cumulative over the term`: the amount of a payment worked out on everything since the start, less what was computed for
 * earlier periods, each to the penny as it was paid: so the payments always come to the rounded whole. Below nothing only
 * where the payment may be recovered.
 */
export const CumulativeNode = NodeBase.extend({
  kind: z.literal("cumulative"),
  /** The amount after the last line, and the difference where the payment compares: both read since the start. */
  of: z.string(),
  compares: z.string().optional(),
  payment: z.string(),
  mayBeRecovered: z.boolean(),
});
export type CumulativeNode = z.infer<typeof CumulativeNode>;

export const cumulative = {
  operands: ({ of, compares }: CumulativeNode): string[] => [of, ...(compares === undefined ? [] : [compares])],
  /** Inputs: the amount since the start, then what was computed for each earlier period. */
  evaluate(node: CumulativeNode, place: Place, evaluation: Evaluation): Evaluated {
    const total = sinceTheStart(node, place, evaluation);
    const before = evaluation
      .within(place.period.kind, { ...place.period, from: evaluation.calendar.from })
      .filter(({ to }) => to <= place.period.from)
      .map((period) => evaluation.step(node.id, { ...place, period }));
    const inputs = [total, ...before];
    const lack = anyMissing([total.value, ...before.map((step) => waiting(node, step) ?? step.value)]);
    if (lack) return { value: lack, inputs };
    const { unit, ties } = evaluation.contract.rounding;
    const paid = before.map(({ value }) => roundTo(asNumber(value), Rational.parse(unit), ties));
    const due = asNumber(total.value).less(Rational.sum(paid));
    const floored = due.isNegative && !node.mayBeRecovered;
    return { value: number(floored ? Rational.zero : due), inputs, ...(floored ? { reached: [0] } : {}) };
  },
};

/** Where there is no difference on the side that the payment has, nothing is due on the whole to date. */
function sinceTheStart(node: CumulativeNode, place: Place, evaluation: Evaluation): Step {
  const at = { ...place, period: stretchTo(place.period, evaluation.calendar.from, evaluation.calendar) };
  if (node.compares === undefined) return evaluation.step(node.of, at);
  const gap = evaluation.step(node.compares, at);
  return gap.value.is === "number" && gap.value.number.above(Rational.zero) ? evaluation.step(node.of, at) : gap;
}

/** While part of an earlier period waits for reconciliation, what is left of the whole waits too. */
function waiting({ payment, source }: CumulativeNode, step: Step): Missing | undefined {
  const waits = everyStep([step]).flatMap(({ deferred }) => deferred ?? []);
  if (waits.length === 0) return undefined;
  const why = `for ${step.place.period.label} it waits for ${[...new Set(waits.map(({ input }) => input))].join(", ")}`;
  return missing({ input: payment, why, waits: "defer", payment: true, source });
}
