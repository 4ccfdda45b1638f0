import { z } from "zod";
import { IsoDateText, NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { daysBetween, earlier, later } from "../time/date.js";
import { fullDaysIn, type Period, PeriodKind } from "../time/period.js";

/**
 * A value that changes on written days: `98%, then 100% from 1 January 2019`, or `£12,000,000, uplifted by 3.1% on
 * 1 April each year from 2027` (compound, exact; the rows are worked out when the contract is read).
 * A flow (`£48,000,000 each year`) over a period is weighted by the days on which each row is in force, and a part
 * period gets its days out of the whole period's (rule 5). Anything else takes the value in force on the first day.
 */
export const DatedNode = NodeBase.extend({
  kind: z.literal("dated"),
  /** The first row has no date: it holds from the start. Ascending. */
  rows: z.array(z.object({ from: IsoDateText.nullable(), value: RationalText })).min(1),
  flow: PeriodKind.nullable(),
  /** A date: what was in force on that day counts, not on the period's first. Only where it is no flow. */
  at: z.string().optional(),
  /** How the contract puts it, where rows were worked out: "uplifted by 3.1% on 1 April each year from 2027". */
  uplift: z.object({ rate: RationalText, month: z.number(), day: z.number(), from: z.number() }).optional(),
});
export type DatedNode = z.infer<typeof DatedNode>;

/** A value and the day from which it holds; the first holds from the start. Ascending. */
export interface Row {
  readonly from: string | null;
  readonly value: Rational;
}

const rowsOf = (node: DatedNode): Row[] => node.rows.map(({ from, value }) => ({ from, value: Rational.parse(value) }));

export const inForceOn = (rows: readonly Row[], date: string): Rational =>
  (rows.findLast(({ from }) => from === null || from <= date) ?? rows[0]!).value;

function overDays(rows: readonly Row[], period: Period): Rational {
  const parts = rows.map((row, index) => {
    const from = later(row.from ?? period.from, period.from);
    const to = earlier(rows[index + 1]?.from ?? period.to, period.to);
    return from < to ? row.value.times(Rational.of(daysBetween(from, to))) : Rational.zero;
  });
  return Rational.sum(parts).over(Rational.of(fullDaysIn(period)));
}

/** Over several periods that are read as one it is added up. */
export function flowOver(
  rows: readonly Row[],
  flow: PeriodKind,
  period: Period,
  evaluation: Pick<Evaluation, "within">,
): Rational {
  if (!period.stretch) return overDays(rows, period);
  return Rational.sum(evaluation.within(flow, period).map((part) => overDays(rows, part)));
}

export const dated = {
  operands: (node: DatedNode): string[] => (node.at === undefined ? [] : [node.at]),
  evaluate(node: DatedNode, place: Place, evaluation: Evaluation): Evaluated {
    const { period } = place;
    const rows = rowsOf(node);
    if (node.at !== undefined) {
      const day = evaluation.step(node.at, place);
      if (day.value.is !== "date") return { value: anyMissing([day.value]) ?? { is: "none" }, inputs: [day] };
      const { date } = day.value;
      const reached = [node.rows.findLastIndex((row) => row.from === null || row.from <= date)];
      return { value: number(inForceOn(rows, date)), inputs: [day], reached };
    }
    const value = node.flow === null ? inForceOn(rows, period.from) : flowOver(rows, node.flow, period, evaluation);
    const reached = [node.rows.findLastIndex((row) => row.from === null || row.from <= period.from)];
    return { value: number(value), inputs: [], reached };
  },
};
