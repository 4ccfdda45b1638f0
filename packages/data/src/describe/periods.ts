import { type Calendar, type PeriodKind, periodAt, periodsOf } from "@concordat/model";
import { column } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import { aggregate, filter, scan } from "../plan/relation.js";
import type { LoadedTable } from "../read-source.js";

/** Rows of records by the period of their date, or values of figures by theirs; from the first with any to the last. */
export async function countsByPeriod(
  table: LoadedTable,
  kind: PeriodKind,
  calendar: Calendar,
): Promise<{ period: string; count: number }[]> {
  const counts = new Map<string, number>();
  const add = (day: string, count: number): void => {
    const { fullFrom } = periodAt(kind, day, calendar);
    counts.set(fullFrom, (counts.get(fullFrom) ?? 0) + count);
  };
  if (table.values !== undefined) for (const { from, value } of table.values) add(from, value === null ? 0 : 1);
  else for (const [day, count] of await countsByDay(table)) add(day, count);
  const days = [...counts.keys()].sort();
  return periodsOf(kind, calendar)
    .filter(({ fullFrom }) => fullFrom >= (days[0] ?? "9999") && fullFrom <= days.at(-1)!)
    .map(({ label, fullFrom }) => ({ period: label, count: counts.get(fullFrom) ?? 0 }));
}

async function countsByDay({ ask, name, datedBy }: LoadedTable): Promise<[string, number][]> {
  if (datedBy === undefined) return [];
  const of = column(nameOf(datedBy));
  const days = aggregate(
    filter(scan(nameOf(name)), { op: "known", of }),
    [{ name: "day", of: { op: "as", of, type: { type: "text" } } }],
    [{ name: "rows", how: "count" }],
  );
  return (await ask(days)).map(([day, rows]) => [String(day), Number(rows)]);
}
