import { type AsStored, asStored } from "../convert/as-stored.js";
import type { Conversion } from "../convert/conversion.js";
import { storedType } from "../convert/stored-type.js";
import type { Session } from "../engine/session.js";
import { all, any, column, type Expression, known, missing, truth } from "../plan/expression.js";
import { BAD, cellName, FILE, nameOf, ROW } from "../plan/names.js";
import { aggregate, type Column, filter, project, type Relation, scan, union } from "../plan/relation.js";
import type { QuarantinedRow } from "../quarantine.js";
import { createTable, createView, deleteRows, dropTable, dropView, relationSql } from "../sql/duckdb.js";
import { explainBadRows } from "./bad-rows.js";
import { checkedRows } from "./checked-rows.js";
import type { LoadField, LoadOrder, Locate } from "./order.js";
import { setRepeatsApart } from "./repeats-in-place.js";
import { viewStoredRows } from "./stored-rows.js";

/** The tables and views by which the rows of a source are used where they lie. */
export const placesOf = (name: string) => ({
  stored: `stored rows of ${nameOf(name)}`,
  text: `text rows of ${nameOf(name)}`,
  /** The places of rows that are not taken as they lie. */
  apart: `rows apart of ${nameOf(name)}`,
  /** Those of them that can be used all the same, by their text. */
  converted: `converted rows of ${nameOf(name)}`,
});

/** Beyond so many rows, and one in eight, it is quicker to read all of them as text. */
const MOST_APART = 100_000;

/**
 * Leaves typed rows where they lie and makes a view of them that stands where the table of other sources does. One pass over
 * the cells that the contract reads finds the rows with one that is not a value as it stands, and one over all cells those
 * that stand there twice. Those alone are read as text, as all rows of other files are. Undefined where the files do not allow
 * it, or too many rows are so.
 */
export async function readInPlace(
  session: Session,
  order: LoadOrder,
  conversions: readonly Conversion[],
  locate: Locate,
): Promise<QuarantinedRow[] | undefined> {
  const taken = takenAsStored(order);
  const names = placesOf(order.name);
  if (taken === undefined || !(await viewStoredRows(session, order, names))) return undefined;
  const most = Math.max(MOST_APART, order.files.reduce((sum, file) => sum + file.rows, 0) / 8);
  const apart = filter(scan(names.stored), { op: "not", of: all(taken.map(({ sound }) => sound)) });
  await session.run(createTable(names.apart, project(apart, [place])));
  const converting = await count(session, names.apart);
  if (converting > most) return undefined;
  const chosen = filter(scan(names.text), { op: "among", of: column(ROW), table: names.apart, column: ROW });
  await session.run(createTable(names.converted, checkedRows(chosen, order, conversions)));
  const read = { text: scan(names.text), checked: names.converted };
  const bad = converting === 0 ? [] : await explainBadRows(session, order, conversions, read, locate);
  await session.run(deleteRows(names.converted, column(BAD)));
  const repeats = await setRepeatsApart(session, names, { most, details: order.details, locate });
  if (repeats === undefined) return undefined;
  await session.run(createView(nameOf(order.name), await usedRows(session, order, taken)));
  return [...bad, ...repeats];
}

/** Takes away what `readInPlace` made, also where it stopped half way. */
export async function forgetInPlace(session: Session, name: string): Promise<void> {
  const { stored, text, apart, converted } = placesOf(name);
  for (const view of [nameOf(name), stored, text]) await session.run(dropView(view)).catch(() => undefined);
  for (const table of [apart, converted]) await session.run(dropTable(table)).catch(() => undefined);
}

const place: Column = { name: ROW, of: column(ROW) };

/** For each field its cell as a value, and whether it is known to be one; undefined where one must be read as text. */
function takenAsStored({ files, fields, context }: LoadOrder): AsStored[] | undefined {
  const columns = files[0]?.stored?.columns;
  const taken = fields.flatMap(({ header, type, mayBeMissing }, index): AsStored[] => {
    const stored = storedType(columns?.find(({ name }) => name.trim() === header)?.type ?? "");
    const cell = column(cellName(index));
    const found = stored && asStored(type, stored, cell, context);
    if (!found) return [];
    const sound = all([known(cell), found.sound]);
    // Where it is not known whether it is, it is not.
    const given: Expression = { op: "choose", cases: [{ when: sound, gives: truth(true) }], otherwise: truth(false) };
    return [{ ...found, sound: mayBeMissing ? any([missing(cell), given]) : given }];
  });
  return taken.length === fields.length ? taken : undefined;
}

/** The rows as they lie, but for those apart, and with them what of those can be used. */
async function usedRows(session: Session, order: LoadOrder, taken: readonly AsStored[]): Promise<Relation> {
  const { stored, apart, converted } = placesOf(order.name);
  const kept = [ROW, FILE].map((name) => ({ name, of: column(name) }));
  const fields = order.fields.map(({ name }: LoadField) => nameOf(name));
  const values = taken.map(({ value }, index) => ({ name: fields[index]!, of: value }));
  const without: Expression = { op: "not", of: { op: "among", of: column(ROW), table: apart, column: ROW } };
  const whole = (await count(session, apart)) === 0;
  const lying = project(whole ? scan(stored) : filter(scan(stored), without), [...kept, ...values]);
  const named = [...kept, ...fields.map((name) => ({ name, of: column(name) }))];
  const rows = (await count(session, converted)) === 0 ? lying : union([lying, project(scan(converted), named)]);
  return project(rows, [...named, ...order.derived]);
}

async function count(session: Session, table: string): Promise<number> {
  const [[rows] = []] = await session.query(relationSql(aggregate(scan(table), [], [{ name: "rows", how: "count" }])));
  return Number(rows);
}
