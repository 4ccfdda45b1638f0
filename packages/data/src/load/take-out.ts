import type { Session } from "../engine/session.js";
import { column, type Expression } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { filter, project, scan, union } from "../plan/relation.js";
import { createTable, createView, deleteRows, dropTable, dropView, insertRows, isView } from "../sql/duckdb.js";
import { countOf } from "./count.js";

/** The tables and views by which the rows of a source are used where they lie. */
export const placesOf = (name: string) => ({
  stored: `stored rows of ${nameOf(name)}`,
  text: `text rows of ${nameOf(name)}`,
  sample: `first rows of ${nameOf(name)}`,
  /** The places of rows that are not taken as they lie. */
  apart: `rows apart of ${nameOf(name)}`,
  /** Those of them that can be used all the same, by their text. */
  converted: `converted rows of ${nameOf(name)}`,
  /** With the columns that the source's table has elsewhere: all rows as they lie, and those that were converted. */
  lying: `lying rows of ${nameOf(name)}`,
  usable: `usable rows of ${nameOf(name)}`,
});

/** Takes rows out of a source's table; where that is a view of rows as they lie, they are set apart from it. */
export async function takeOut(session: Session, name: string, where: Expression): Promise<void> {
  const [[viewed] = []] = await session.query(isView(nameOf(name)));
  if (viewed !== true) return session.run(deleteRows(nameOf(name), where));
  const rows = project(filter(scan(nameOf(name)), where), [{ name: ROW, of: column(ROW) }]);
  await session.run(createTable(OUT, rows));
  if ((await countOf(session, OUT)) > 0) {
    await setApart(session, name, OUT);
    await viewUsed(session, name);
  }
  await session.run(dropTable(OUT));
}

const OUT = "rows to take out";

/** Those rows whose places a table holds. */
export async function setApart(session: Session, name: string, table: string): Promise<void> {
  const { apart, converted } = placesOf(name);
  await session.run(deleteRows(converted, { op: "among", of: column(ROW), table, column: ROW }));
  await session.run(insertRows(apart, scan(table)));
}

/** The rows as they lie, but for those apart, and with them what of those can be used. */
export async function viewUsed(session: Session, name: string): Promise<void> {
  const { apart, converted, lying, usable } = placesOf(name);
  const among: Expression = { op: "among", of: column(ROW), table: apart, column: ROW };
  const without = filter(scan(lying), { op: "not", of: among });
  const taken = (await countOf(session, apart)) === 0 ? scan(lying) : without;
  const rows = (await countOf(session, converted)) === 0 ? taken : union([taken, scan(usable)]);
  await session.run(dropView(nameOf(name)));
  await session.run(createView(nameOf(name), rows));
}
