import { type AsStored, asStored } from "../convert/as-stored.js";
import type { Conversion } from "../convert/conversion.js";
import { storedType } from "../convert/stored-type.js";
import type { Session } from "../engine/session.js";
import { all, any, column, type Expression, known, missing, truth } from "../plan/expression.js";
import { BAD, cellName, FILE, nameOf, ROW } from "../plan/names.js";
import { type Column, filter, project, scan } from "../plan/relation.js";
import { hintsAbout } from "../quality/hints.js";
import { createTable, createView, deleteRows, dropTable, dropView, relationSql } from "../sql/duckdb.js";
import { explainBadRows } from "./bad-rows.js";
import { checkedRows } from "./checked-rows.js";
import { countOf } from "./count.js";
import type { Loaded } from "./load.js";
import type { LoadOrder, Locate } from "./order.js";
import { setRepeatsApart } from "./repeats-in-place.js";
import { viewStoredRows } from "./stored-rows.js";
import { placesOf, viewUsed } from "./take-out.js";

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
): Promise<Pick<Loaded, "quarantine" | "told"> | undefined> {
  const taken = takenAsStored(order);
  const names = placesOf(order.name);
  if (taken === undefined || !(await viewStoredRows(session, order, names))) return undefined;
  const rows = order.files.reduce((sum, file) => sum + file.rows, 0);
  const most = Math.max(MOST_APART, rows / 8);
  session.watch.checking(rows, 0, 2);
  const apart = filter(scan(names.stored), { op: "not", of: all(taken.map(({ sound }) => sound)) });
  await session.run(createTable(names.apart, project(apart, [place])));
  const converting = await countOf(session, names.apart);
  if (converting > most) return undefined;
  const chosen = filter(scan(names.text), { op: "among", of: column(ROW), table: names.apart, column: ROW });
  await session.run(createTable(names.converted, checkedRows(chosen, order, conversions)));
  const read = { text: scan(names.text), checked: names.converted };
  const bad = converting === 0 ? [] : await explainBadRows(session, order, conversions, read, locate);
  await session.run(deleteRows(names.converted, column(BAD)));
  session.watch.checking(rows, 1, 2);
  const repeats = await setRepeatsApart(session, order.name, { most, details: order.details, locate });
  if (repeats === undefined) return undefined;
  await viewRows(session, order, taken);
  await viewUsed(session, order.name);
  const told = await hintsAbout((asked) => session.query(relationSql(asked)), order, conversions, scan(names.sample));
  return { quarantine: [...bad, ...repeats], told };
}

/** Takes away what `readInPlace` made, also where it stopped half way. */
export async function forgetInPlace(session: Session, name: string): Promise<void> {
  const { apart, converted, ...views } = placesOf(name);
  for (const view of [nameOf(name), ...Object.values(views)]) await session.run(dropView(view)).catch(() => undefined);
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

/** Views of the rows with the columns that the source's table has elsewhere. */
async function viewRows(session: Session, order: LoadOrder, taken: readonly AsStored[]): Promise<void> {
  const { stored, converted, lying, usable } = placesOf(order.name);
  const kept = [ROW, FILE].map((name) => ({ name, of: column(name) }));
  const fields = order.fields.map(({ name }) => nameOf(name));
  const values = taken.map(({ value }, index) => ({ name: fields[index]!, of: value }));
  const named = [...kept, ...fields.map((name) => ({ name, of: column(name) }))];
  const rows = project(project(scan(stored), [...kept, ...values]), [...named, ...order.derived]);
  await session.run(createView(lying, rows));
  await session.run(createView(usable, project(scan(converted), [...named, ...order.derived])));
}
