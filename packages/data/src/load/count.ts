import type { Session } from "../engine/session.js";
import { aggregate, scan } from "../plan/relation.js";
import { relationSql } from "../sql/duckdb.js";

/** How many rows a table or a view has. */
export async function countOf(session: Session, table: string): Promise<number> {
  const [[rows] = []] = await session.query(relationSql(aggregate(scan(table), [], [{ name: "rows", how: "count" }])));
  return Number(rows);
}
