import type { Session } from "../engine/session.js";
import type { LoadField, Locate } from "../load/order.js";
import { all, column, compare, type Expression, known, whole } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { aggregate, filter, join, order, project, scan } from "../plan/relation.js";
import type { QuarantinedRow } from "../quarantine.js";
import { createTable, dropTable, relationSql } from "../sql/duckdb.js";
import { setAside } from "./set-aside.js";

export const SHARED = "shared keys";
const KEY = "shared key";

/**
 * Takes out all rows that share what one row alone may have: which of them is right, nothing here can tell. Equal rows have
 * gone before. A key of which a part is missing is none.
 */
export async function setSharedAside(
  session: Session,
  table: string,
  fields: readonly LoadField[],
  { locate, details }: { readonly locate: Locate; readonly details: number },
): Promise<QuarantinedRow[]> {
  const cells = fields.map(({ name }) => column(nameOf(name)));
  const key: Expression = { op: "fingerprint", of: cells.map((of) => ({ op: "as", of, type: { type: "text" } })) };
  const whose = all(cells.map(known));
  const keyed = project(filter(scan(nameOf(table)), whose), [
    { name: KEY, of: key },
    { name: ROW, of: column(ROW) },
  ]);
  const groups = aggregate(
    keyed,
    [{ name: KEY, of: column(KEY) }],
    [
      { name: "first", how: "lowest", of: column(ROW) },
      { name: "last", how: "highest", of: column(ROW) },
      { name: "times", how: "count" },
    ],
  );
  await session.run(createTable(SHARED, filter(groups, compare(column("times"), ">", whole(1)))));
  const places = [ROW, "first", "last"].map((name) => ({ name, of: column(name) }));
  const listed = order(project(join(keyed, scan(SHARED), KEY), places), [column(ROW)], Math.max(0, details));
  const others = new Map(
    (await session.query(relationSql(listed))).map(([row, first, last]) => [
      String(row),
      first === row ? last! : first!,
    ]),
  );
  const headers = fields.map(({ header }) => header).join(" and ");
  const rows = await setAside(
    session,
    {
      table,
      where: all([whose, { op: "among", of: key, table: SHARED, column: KEY }]),
      says: (row) => {
        const [here, there] = [locate(row), locate(others.get(String(row))!)];
        const file = here.file === there.file ? "" : ` of ${there.file}`;
        return { ...here, column: headers, reason: `is the same as at row ${there.row}${file}, and the rows differ` };
      },
    },
    details,
  );
  await session.run(dropTable(SHARED));
  return rows;
}
