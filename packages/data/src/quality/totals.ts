import { groupDigits, Rational } from "@concordat/model";
import type { Session } from "../engine/session.js";
import type { LoadField } from "../load/order.js";
import { column } from "../plan/expression.js";
import { cellName, nameOf } from "../plan/names.js";
import { aggregate, type Measure, project, scan } from "../plan/relation.js";
import { type DataProblem, problem } from "../problems.js";
import type { StatedTotals } from "../sources/quality-settings.js";
import { relationSql } from "../sql/duckdb.js";

/** A stated sum, and the field that must come to it. */
export interface StatedSum {
  readonly field: LoadField;
  readonly stated: string;
}

interface Read {
  /** The source's name; its table still has the rows that are to be set aside. */
  readonly table: string;
  /** The table of its cells as text. */
  readonly text: string;
  readonly shown: string;
  readonly rows: number;
  readonly fields: readonly LoadField[];
}

/**
 * Holds what an extract comes to against what its sender states, over every row that was read, also those that are set
 * aside for another cell: the sender counted them. A cell that is no number is missing from the sum, and is named.
 */
export async function checkTotals(
  session: Session,
  { table, text, shown, rows, fields }: Read,
  { totals, sums }: { readonly totals: StatedTotals; readonly sums: readonly StatedSum[] },
): Promise<DataProblem[]> {
  const found: DataProblem[] = [];
  if (totals.rows !== undefined && totals.rows !== rows) {
    const [has, stated] = [rows, totals.rows].map((count) => groupDigits(String(count)));
    found.push(problem("rows-differ", shown, { has: has!, stated: stated! }));
  }
  for (const { field, stated } of sums) {
    const value = column(nameOf(field.name));
    const [sum, values] = await measured(session, nameOf(table), [
      { name: "sum", how: "sum", of: value },
      { name: "values", how: "count", of: value },
    ]);
    const cell = column(cellName(fields.indexOf(field)));
    const [cells] = await measured(session, text, [{ name: "cells", how: "count", of: cell }]);
    const [is, should] = [Rational.parse(sum ?? "0"), Rational.parse(stated)];
    if (is.equals(should)) continue;
    found.push(
      problem("total-differs", shown, {
        column: field.header,
        has: written(is),
        stated: written(should),
        by: written(is.less(should).size()),
        unread: Number(cells) - Number(values),
      }),
    );
  }
  return found;
}

async function measured(
  session: Session,
  table: string,
  measures: readonly Measure[],
): Promise<(string | undefined)[]> {
  const columns = measures.map(({ name }) => ({
    name,
    of: { op: "as", of: column(name), type: { type: "text" } } as const,
  }));
  const [row = []] = await session.query(relationSql(project(aggregate(scan(table), [], measures), columns)));
  return row.map((cell) => (cell === null ? undefined : String(cell)));
}

const written = (value: Rational): string => groupDigits(value.toDecimal() ?? value.toText());
