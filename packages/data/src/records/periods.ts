import { addMonths, dayOf, monthOf, type Period, type PeriodKind, yearOf } from "@concordat/model";
import { compare, date, type Expression, nothing, whole } from "../plan/expression.js";

/** The column that says in which period of a kind a row counts, by its place in the list of periods. */
export const periodColumn = (kind: PeriodKind): string => `${kind} number`;

/** The place of a date among periods that follow one another without a gap; missing outside them. */
export function periodNumber(of: Expression, periods: readonly Period[]): Expression {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return nothing;
  return {
    op: "choose",
    cases: [
      { when: compare(of, "<", date(first.from)), gives: nothing },
      { when: compare(of, ">=", date(last.to)), gives: nothing },
      { when: { op: "known", of }, gives: counted(of, periods) ?? search(of, periods, 0) },
    ],
  };
}

/** By the calendar, where every period begins on the first of a month and all are as long. */
function counted(of: Expression, periods: readonly Period[]): Expression | undefined {
  const { fullFrom, fullTo } = periods[0]!;
  const months = 12 * (yearOf(fullTo) - yearOf(fullFrom)) + monthOf(fullTo) - monthOf(fullFrom);
  const regular = periods.every((period, place) => period.fullFrom === addMonths(fullFrom, place * months));
  if (periods.length === 1 || dayOf(fullFrom) !== 1 || !regular) return undefined;
  return { op: "spans", of, from: fullFrom, months };
}

/** A binary search. */
function search(of: Expression, periods: readonly Period[], offset: number): Expression {
  if (periods.length === 1) return whole(offset);
  const middle = periods.length >> 1;
  return {
    op: "choose",
    cases: [
      { when: compare(of, "<", date(periods[middle]!.from)), gives: search(of, periods.slice(0, middle), offset) },
    ],
    otherwise: search(of, periods.slice(middle), offset + middle),
  };
}
