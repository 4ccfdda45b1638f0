import type { Session } from "../engine/session.js";
import { all, column, compare, type Expression, whole } from "../plan/expression.js";
import { FINGERPRINT, nameOf, ROW } from "../plan/names.js";
import { aggregate, filter, join, order, project, scan } from "../plan/relation.js";
import type { QuarantinedRow } from "../quarantine.js";
import { createTable, deleteRows, dropTable, relationSql } from "../sql/duckdb.js";
import type { Locate } from "./order.js";

export const REPEATED = "repeated rows";
export const FIRST = "first place";

/** Takes out every row that is equal to an earlier one (rule 12), and lists the first `details` of them. */
export async function removeRepeats(
  session: Session,
  name: string,
  details: number,
  locate: Locate,
): Promise<QuarantinedRow[]> {
  const found = await findRepeats(session, nameOf(name), details, locate);
  const among = (of: string, inColumn: string): Expression => ({
    op: "among",
    of: column(of),
    table: REPEATED,
    column: inColumn,
  });
  await session.run(
    deleteRows(nameOf(name), all([among(FINGERPRINT, FINGERPRINT), { op: "not", of: among(ROW, FIRST) }])),
  );
  await session.run(dropTable(REPEATED));
  return found;
}

/** Makes a table of the fingerprints that several rows have, each with its first place, and lists the rows after the first. */
export async function findRepeats(
  session: Session,
  table: string,
  details: number,
  locate: Locate,
): Promise<QuarantinedRow[]> {
  const groups = aggregate(
    scan(table),
    [{ name: FINGERPRINT, of: column(FINGERPRINT) }],
    [
      { name: FIRST, how: "lowest", of: column(ROW) },
      { name: "times", how: "count" },
    ],
  );
  await session.run(createTable(REPEATED, filter(groups, compare(column("times"), ">", whole(1)))));
  const later = filter(join(scan(table), scan(REPEATED), FINGERPRINT), compare(column(ROW), ">", column(FIRST)));
  const places = [ROW, FIRST].map((each) => ({ name: each, of: column(each) }));
  const found = await session.query(relationSql(order(project(later, places), [column(ROW)], Math.max(0, details))));
  return found.map(([row, first]) => {
    const [here, there] = [locate(row!), locate(first!)];
    const where = here.file === there.file ? "" : ` of ${there.file}`;
    return { ...here, reason: `the same row stands at row ${there.row}${where}` };
  });
}
