import { groupDigits, type IsoDate, showDate, type TimeBetween } from "@concordat/model";
import { all, any, column, compare, date, type Expression, known, missing, truth } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import { later } from "../plan/window.js";

const [from, to] = [
  (between: TimeBetween): Expression => column(nameOf(between.from)),
  (between: TimeBetween): Expression => column(nameOf(between.to)),
];

/** Whole days from one date of a row to another: the same day is 0. */
export const daysBetween = (between: TimeBetween): Expression => ({ op: "days", from: from(between), to: to(between) });

/**
 * Which rows have a time between their dates, which have it not yet by the day to which the data is known, and which have
 * the second date before the first. No row is two of them; one without the first date is none. Each is true of its rows, and
 * of others false or missing: a comparison with a date that is missing is neither, which spares a look for it in every row.
 */
export function rowsBetween(
  between: TimeBetween,
  knownTo: IsoDate | undefined,
): { measured: Expression; waiting: Expression; wrong: Expression } {
  if (knownTo === undefined) return { measured: truth(false), waiting: truth(false), wrong: truth(false) };
  const [start, end] = [from(between), to(between)];
  const last = date(knownTo);
  const wrong = compare(end, "<", start);
  const inOrder = compare(end, ">=", start);
  if (!between.within) {
    const notYet = any([all([missing(end), known(start)]), all([inOrder, compare(end, ">", last)])]);
    return { measured: all([inOrder, compare(end, "<=", last)]), waiting: notYet, wrong };
  }
  const { time, must } = between.within;
  const closes = later(start, time);
  const possible = any([missing(end), inOrder]);
  const judged = compare(closes, "<=", last);
  return {
    measured: must ? all([judged, inOrder, compare(end, "<=", closes)]) : all([judged, possible]),
    waiting: all([compare(closes, ">", last), possible]),
    wrong,
  };
}

/** "; 12 more not yet known: seen had not come by 31 March 2027, to which the data is known; 2 more left out: …". */
export function leftOut(
  between: TimeBetween,
  { waiting, wrong }: { readonly waiting: number; readonly wrong: number },
  knownTo: IsoDate,
): string {
  const rows = (count: number): string => groupDigits(String(count));
  const { from, to, within } = between;
  const open = within
    ? `the ${within.time.count} ${within.time.unit}${within.time.count === 1 ? "" : "s"} after ${from} run past ${showDate(knownTo)}`
    : `${to} had not come by ${showDate(knownTo)}`;
  return [
    waiting === 0 ? "" : `; ${rows(waiting)} more not yet known: ${open}, to which the data is known`,
    wrong === 0 ? "" : `; ${rows(wrong)} more left out: ${to} lies before ${from}`,
  ].join("");
}
