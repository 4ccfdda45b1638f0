import { type IsoDate, periodsOf, showDate, type Table, type Unit } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { readLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import type { Site, Typed } from "./typed.js";

type Cells = Table["rows"][number]["cells"];

/** `table terms for each track { … }`: checked, and kept as data. */
export function lowerTable(table: ast.Table, lowering: Lowering): Table | undefined {
  const columns = table.header?.columns ?? [];
  const units: (Unit | undefined)[] = columns.map(() => undefined);
  const days = columns.map((_, index) => daysOf(table, index));
  const rows: Table["rows"] = [];
  let sound = true;
  const read = (value: ast.Amount | undefined, index: number): string | null => {
    const written = value ? readLiteral(value, lowering) : undefined;
    if (written) units[index] ??= written.unit;
    return written ? written.value : null;
  };
  for (const row of table.rows) {
    if (row.cells.length !== columns.length) {
      lowering.report("table-row-length", { row: row.key, cells: row.cells.length, columns: columns.length }, row);
      sound = false;
      continue;
    }
    const cells: Cells = {};
    row.cells.forEach((cell, index) => {
      const { name } = columns[index]!;
      if (table.year && (cell.none || cell.changes.length > 0)) {
        lowering.report("year-cell", { column: name, year: row.key }, cell);
        sound = false;
      }
      cells[name] = read(cell.value, index);
      for (const day of days[index]!) {
        const change = cell.changes
          .filter(({ date }) => date <= day)
          .sort(byDate)
          .at(-1);
        cells[laterColumn(name, day)] = change ? read(change.value, index) : cells[name]!;
      }
    });
    rows.push({ key: row.key, cells });
  }
  const key = table.key?.ref;
  if (!sound || !(key || table.year)) return undefined;
  if (!keysAreRight(table, key, rows, lowering)) return undefined;
  return {
    name: table.name,
    ...(table.title ? { title: table.title } : {}),
    key: key ? (ast.isGroup(key) ? "party" : key.name) : "year",
    columns: columns.flatMap(({ name }, index) => {
      const unit = units[index] ?? ({ kind: "text" } as const);
      return [{ name, unit }, ...days[index]!.map((day) => ({ name: laterColumn(name, day), unit }))];
    }),
    rows,
    source: lowering.source(table),
  };
}

const byDate = (a: ast.LaterCell, b: ast.LaterCell): number => (a.date < b.date ? -1 : 1);

/** The days on which any cell of a column changes. From each of them on the column has another in its place. */
const daysOf = (table: ast.Table, index: number): string[] =>
  [...new Set(table.rows.flatMap(({ cells }) => (cells[index]?.changes ?? []).map(({ date }) => date)))].sort();

const laterColumn = (name: string, day: string): string => `${name} from ${showDate(day as IsoDate)}`;

/** Every key there is has its row, and no other has. */
function keysAreRight(table: ast.Table, key: ast.Named | undefined, rows: Table["rows"], lowering: Lowering): boolean {
  const all = key ? keysOf(key, lowering) : periodsOf("year", lowering.calendar).map(({ label }) => label);
  const unknown = table.rows.find((row) => !all.includes(row.key));
  if (unknown) {
    const of = key ? `the values of ${key.name} (${all.join(", ")})` : `the years of the contract (${all.join(", ")})`;
    lowering.report("key-unknown", { key: unknown.key, of }, unknown, { property: "key" });
    return false;
  }
  const lacking = all.find((candidate) => !rows.some((row) => row.key === candidate));
  if (lacking) lowering.report("key-missing", { key: lacking, name: table.name }, table, { property: "name" });
  return lacking === undefined;
}

/** The keys that an axis has: a group's parties, a set's rows, a category's values. */
export function keysOf(axis: ast.Named, lowering: Lowering): string[] {
  if (ast.isGroup(axis)) return axis.members.map((member) => member.party.$refText);
  if (ast.isField(axis) && ast.isCategoryType(axis.type)) return axis.type.values.map((value) => value.name);
  return lowering.participants.find((set) => set.name === axis.name)?.rows.map((row) => row.key) ?? [];
}

/** A column of a table, for the key of the row in hand. */
export function lowerCell(
  column: ast.TableColumn,
  at: ast.NameRef | ast.Its,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const declared = column.$container.$container as ast.Table;
  const table = lowering.tables.find((candidate) => candidate.name === declared.name);
  if (declared.year) return lowerYearCell(column.name, table, at, site, lowering);
  const key = declared.key?.ref;
  if (!table || !key) return undefined;
  const unit = table.columns.find((candidate) => candidate.name === column.name)!.unit;
  const keyed = lowerKey(key, column.name, at, site, lowering);
  if (!keyed) return undefined;
  const axes = [...new Set([...keyed.axes, ...(site.asAt?.axes ?? [])])];
  const type = { unit, grain: null, axes, time: "timeless" } as const;
  const index = declared.header.columns.indexOf(column);
  const later = daysOf(declared, index).map((day) => ({ from: day, column: laterColumn(column.name, day) }));
  const cell = lowering.add(
    site.owner,
    {
      kind: "lookup",
      table: table.name,
      column: column.name,
      key: keyed.id,
      ...(later.length > 0 ? { later } : {}),
      ...(site.asAt ? { at: site.asAt.id } : {}),
    },
    at,
    type,
  );
  return lowering.call(cell, site.asAt ? `${column.name} ${site.asAt.words}` : column.name);
}

/** A column of a table for each year: a value that changes on the first day of each. */
function lowerYearCell(
  column: string,
  table: Table | undefined,
  at: ast.NameRef | ast.Its,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  if (!table) return undefined;
  const { unit } = table.columns.find(({ name }) => name === column)!;
  const rows = periodsOf("year", lowering.calendar).map(({ label, from }, index) => ({
    from: index === 0 ? null : from,
    value: table.rows.find(({ key }) => key === label)!.cells[column]!,
  }));
  const asAt = site.asAt ? { at: site.asAt.id } : {};
  const type = { unit, grain: null, axes: site.asAt?.axes ?? [], time: "timeless" } as const;
  const cell = lowering.add(site.owner, { kind: "dated", rows, flow: null, ...asAt }, at, type);
  return lowering.call(cell, site.asAt ? `${column} ${site.asAt.words}` : column);
}

/** The key of the row in hand, as a value: the party, the participant, or what its field says. */
export function lowerKey(
  key: ast.Named,
  name: string,
  at: ast.NameRef | ast.Its,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const ownField = ast.isField(key) && !ast.isRecords(key.$container);
  const set = ownField ? key.$container : key;
  const axis = ast.isGroup(key) ? "party" : (set as ast.Named).name;
  if (!site.axes.includes(axis)) return lowering.report("of-which", { name, axis: key.name }, at);
  const unit: Unit = { kind: "name", of: key.name };
  const type = { unit, grain: null, axes: [axis], time: "timeless" } as const;
  const field = ownField ? { field: key.name } : {};
  return lowering.add(site.owner, { kind: "attribute", of: axis, ...field }, at, type);
}
