import type { Period, PeriodKind } from "@concordat/model";
import { compare, date, type Expression, nothing, whole } from "../plan/expression.js";

/** The column that says in which period of a kind a row counts, by its place in the list of periods. */
export const periodColumn = (kind: PeriodKind): string => `${kind} number`;

/** The place of a date among periods that follow one another without a gap; missing outside them. A binary search. */
export function periodNumber(of: Expression, periods: readonly Period[]): Expression {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return nothing;
  return {
    op: "choose",
    cases: [
      { when: compare(of, "<", date(first.from)), gives: nothing },
      { when: compare(of, ">=", date(last.to)), gives: nothing },
      { when: { op: "known", of }, gives: search(of, periods, 0) },
    ],
  };
}

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
