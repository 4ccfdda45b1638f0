import {
  type Calendar,
  type Figure,
  type InputValue,
  type Period,
  periodsOf,
  previousDay,
  showDate,
} from "@concordat/model";
import type { QuarantinedRow } from "../quarantine.js";
import type { FigureColumns } from "./columns.js";
import { rowPeriod } from "./row-period.js";

/** A row of figures as it was read: text, or undefined for an empty cell. */
export interface FigureRow {
  readonly file: string;
  readonly row: number;
  readonly label?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** In the order of the columns' axes and figures. */
  readonly axes: readonly (string | undefined)[];
  readonly values: readonly (string | undefined)[];
}

interface Reported {
  readonly at: FigureRow;
  readonly value: InputValue;
  readonly place: string;
  readonly column: string;
}

/** The values of the figures; and the rows that cannot be used, because of their period or because two rows disagree. */
export function collectFigures(
  rows: readonly FigureRow[],
  columns: FigureColumns,
  calendar: Calendar,
): { values: InputValue[]; quarantine: QuarantinedRow[] } {
  const reported: Reported[] = [];
  const bad = new Map<FigureRow, QuarantinedRow>();
  for (const row of rows) {
    const found = reportedBy(row, columns, calendar);
    if ("reason" in found) bad.set(row, found);
    else reported.push(...found.values);
  }
  for (const [first, second] of disagreements(reported)) {
    bad.set(first.at, disagreement(first, second));
    bad.set(second.at, disagreement(second, first));
  }
  const once = new Map<string, InputValue>();
  for (const { at, value, place } of reported) if (!bad.has(at) && !once.has(place)) once.set(place, value);
  return { values: [...once.values()], quarantine: [...bad.values()] };
}

function reportedBy(
  row: FigureRow,
  { dated, axes, figures }: FigureColumns,
  calendar: Calendar,
): { values: Reported[] } | QuarantinedRow {
  const filled = figures.filter((_, index) => row.values[index] !== undefined);
  const inTime = filled.filter((figure) => figure.timing !== "once");
  let period: Period | undefined;
  if (
    dated !== "none" &&
    inTime.length > 0 &&
    !(row.label === undefined && row.from === undefined && allTerm(inTime))
  ) {
    const found = rowPeriod(row, [...new Set(inTime.map((figure) => figure.each))], calendar);
    if ("reason" in found) return { file: row.file, row: row.row, ...found };
    const wrong = inTime.find((figure) => figure.each !== found.kind);
    if (wrong) {
      const reason = `is a ${found.kind}, and ${wrong.column} is reported each ${wrong.each}`;
      return { file: row.file, row: row.row, column: "period", value: row.label ?? row.from ?? "", reason };
    }
    if (inTime.every((figure) => isOutside(found, figure, calendar))) {
      const term = `from ${showDate(calendar.from)} to ${showDate(previousDay(calendar.to))}`;
      const [column, value] = row.label === undefined ? ["from", row.from ?? ""] : ["period", row.label];
      return { file: row.file, row: row.row, column, value, reason: `lies outside the term, ${term}` };
    }
    period = found;
  }
  const values: Reported[] = [];
  for (const [index, figure] of figures.entries()) {
    const value = row.values[index];
    if (value === undefined) continue;
    const of: Record<string, string> = {};
    for (const axis of figure.axes) {
      const key = row.axes[axes.indexOf(axis)];
      if (key === undefined) return { file: row.file, row: row.row, column: axis, reason: "is empty" };
      of[axis] = key;
    }
    for (const { fullFrom: from, fullTo: to } of periodsFor(figure, period, calendar)) {
      const place = JSON.stringify([figure.name, from, to, ...Object.values(of)]);
      const origin = `${row.file}, row ${row.row}`;
      values.push({ at: row, place, column: figure.column, value: { name: figure.name, of, from, to, value, origin } });
    }
  }
  return { values };
}

/** After the term, or before the first day from which the figure is reported. */
const isOutside = ({ fullFrom, fullTo }: Period, { from }: Figure, calendar: Calendar): boolean =>
  fullFrom >= calendar.to || fullTo <= (from === undefined || from > calendar.from ? calendar.from : from);

const allTerm = (figures: readonly Figure[]): boolean => figures.every((figure) => figure.each === "term");

/** A figure that is reported once is the same in every period. */
const periodsFor = (figure: Figure, period: Period | undefined, calendar: Calendar): readonly Period[] =>
  figure.timing !== "once" && period !== undefined ? [period] : periodsOf(figure.each, calendar);

/** Pairs of rows that report different values for the same thing: neither can be trusted. */
function disagreements(reported: readonly Reported[]): [Reported, Reported][] {
  const first = new Map<string, Reported>();
  const pairs: [Reported, Reported][] = [];
  for (const each of reported) {
    const earlier = first.get(each.place);
    if (earlier === undefined) first.set(each.place, each);
    else if (earlier.value.value !== each.value.value) pairs.push([earlier, each]);
  }
  return pairs;
}

function disagreement(here: Reported, there: Reported): QuarantinedRow {
  const file = here.at.file === there.at.file ? "" : ` of ${there.at.file}`;
  return {
    file: here.at.file,
    row: here.at.row,
    column: here.column,
    value: here.value.value ?? "",
    reason: `row ${there.at.row}${file} gives ${there.value.value} for the same period`,
  };
}
