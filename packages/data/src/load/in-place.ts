import { asStored } from "../convert/as-stored.js";
import type { Conversion } from "../convert/conversion.js";
import { storedType } from "../convert/stored-type.js";
import type { Session } from "../engine/session.js";
import { all, any, column, type Expression, known, missing } from "../plan/expression.js";
import { BAD, cellName, FILE, nameOf, ROW } from "../plan/names.js";
import { aggregate, filter, order, project, type Relation, scan, union } from "../plan/relation.js";
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
 * each column that the contract reads finds the rows with a cell that is not a value as it stands, and another those that
 * stand there twice. Those alone are read as text, as all rows of other files are. Undefined where the files do not allow
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
  await session.run(createTable(names.apart, unsoundRows(names.stored, taken, most + 1)));
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

/**
 * The places of rows with a cell that is not a value as it stands, found column by column, and of each column no more than
 * `most`: by what the file says of a column's cells as a whole, the engine passes over most of them.
 */
function unsoundRows(stored: string, taken: readonly Taken[], most: number): Relation {
  const place = { name: ROW, of: column(ROW) };
  const unsound = taken.map((each) => project(order(filter(scan(stored), each.unsound), [], most), [place]));
  return aggregate(union(unsound), [place], []);
}

/** A field's cell as a value, and where it is none as it stands. */
interface Taken {
  readonly value: Expression;
  readonly unsound: Expression;
}

/** Of each field; undefined where one must be read as text. */
function takenAsStored({ files, fields, context }: LoadOrder): Taken[] | undefined {
  const columns = files[0]?.stored?.columns;
  const taken = fields.flatMap(({ header, type, mayBeMissing }, index): Taken[] => {
    const stored = storedType(columns?.find(({ name }) => name.trim() === header)?.type ?? "");
    const cell = column(cellName(index));
    const found = stored && asStored(type, stored, cell, context);
    if (!found) return [];
    const not: Expression = { op: "not", of: found.sound };
    return [{ value: found.value, unsound: mayBeMissing ? all([known(cell), not]) : any([missing(cell), not]) }];
  });
  return taken.length === fields.length ? taken : undefined;
}

/** Views of the rows with the columns that the source's table has elsewhere. */
async function viewRows(session: Session, order: LoadOrder, taken: readonly Taken[]): Promise<void> {
  const { stored, converted, lying, usable } = placesOf(order.name);
  const kept = [ROW, FILE].map((name) => ({ name, of: column(name) }));
  const fields = order.fields.map(({ name }) => nameOf(name));
  const values = taken.map(({ value }, index) => ({ name: fields[index]!, of: value }));
  const named = [...kept, ...fields.map((name) => ({ name, of: column(name) }))];
  const rows = project(project(scan(stored), [...kept, ...values]), [...named, ...order.derived]);
  await session.run(createView(lying, rows));
  await session.run(createView(usable, project(scan(converted), [...named, ...order.derived])));
}
