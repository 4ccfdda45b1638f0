import type { Cell, Session } from "../engine/session.js";
import { takeOut } from "../load/take-out.js";
import { column, type Expression } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { filter, order, project, scan } from "../plan/relation.js";
import type { QuarantinedRow } from "../quarantine.js";
import { relationSql } from "../sql/duckdb.js";

/** Which rows of a source's table are to go, and what is said of each. */
export interface Aside {
  readonly table: string;
  readonly where: Expression;
  /** More of each row that its words need. */
  readonly needs?: readonly Expression[];
  readonly says: (row: Cell, needed: readonly Cell[]) => QuarantinedRow;
}

/** Takes rows out of a source's table and lists the first `details` of them, by their place. */
export async function setAside(
  session: Session,
  { table, where, needs = [], says }: Aside,
  details: number,
): Promise<QuarantinedRow[]> {
  const columns = [column(ROW), ...needs].map((of, index) => ({ name: `part ${index}`, of }));
  const rows = project(order(filter(scan(nameOf(table)), where), [column(ROW)], Math.max(0, details)), columns);
  const found = await session.query(relationSql(rows));
  await takeOut(session, table, where);
  return found.map(([row, ...needed]) => says(row!, needed));
}
