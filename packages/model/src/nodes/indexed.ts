import { z } from "zod";
import { IsoDateText, NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place, Step } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { PeriodKind, periodAt } from "../time/period.js";
import { flowOver, inForceOn, type Row } from "./dated.js";

/**
 * A value that rises by a reported index: `£12,000,000, uplifted by cpi on 1 April each year from 2027, capped at 5%`.
 * The rate of a day is the one that is reported for the period in which that day falls. Compound, exact, and after the
 * first day like any dated value: by days over a period where it is a flow.
 */
export const IndexedNode = NodeBase.extend({
  kind: z.literal("indexed"),
  start: RationalText,
  /** The node of the rate, a ratio, and the kind of period that it is reported for. */
  rate: z.string(),
  each: PeriodKind,
  on: z.array(IsoDateText),
  /** The most that a rate counts for, a ratio. */
  cap: RationalText.optional(),
  flow: PeriodKind.nullable(),
  uplift: z.object({ month: z.number(), day: z.number(), from: z.number() }),
});
export type IndexedNode = z.infer<typeof IndexedNode>;

export const indexed = {
  operands: (node: IndexedNode): string[] => [node.rate],
  /** Inputs: the rate of each day that has come. */
  evaluate(node: IndexedNode, place: Place, evaluation: Evaluation): Evaluated {
    const days = node.on.filter((day) => (node.flow === null ? day <= place.period.from : day < place.period.to));
    const inputs = days.map((day) => rateOn(node, day, place, evaluation));
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    const rows = rowsOf(node, days, inputs);
    const value =
      node.flow === null ? inForceOn(rows, place.period.from) : flowOver(rows, node.flow, place.period, evaluation);
    return { value: number(value), inputs };
  },
};

const rateOn = (node: IndexedNode, day: string, place: Place, evaluation: Evaluation): Step =>
  evaluation.step(node.rate, { ...place, period: periodAt(node.each, day, evaluation.calendar) });

function rowsOf({ start, cap }: IndexedNode, days: readonly string[], rates: readonly Step[]): Row[] {
  const rows: Row[] = [{ from: null, value: Rational.parse(start) }];
  days.forEach((from, index) => {
    const rate = asNumber(rates[index]!.value);
    const counted = cap === undefined ? rate : Rational.lower(rate, Rational.parse(cap));
    rows.push({ from, value: rows[index]!.value.times(Rational.one.plus(counted)) });
  });
  return rows;
}
