import type { Table, Unit } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { readLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import type { Site, Typed } from "./typed.js";

/** `table terms for each track { … }`: checked, and kept as data. */
export function lowerTable(table: ast.Table, lowering: Lowering): Table | undefined {
  const columns = table.header?.columns ?? [];
  const units: (Unit | undefined)[] = columns.map(() => undefined);
  const rows: Table["rows"] = [];
  let sound = true;
  for (const row of table.rows) {
    if (row.cells.length !== columns.length) {
      lowering.report("table-row-length", { row: row.key, cells: row.cells.length, columns: columns.length }, row);
      sound = false;
      continue;
    }
    const cells: Record<string, string | null> = {};
    row.cells.forEach((cell, index) => {
      const written = cell.value ? readLiteral(cell.value, lowering) : undefined;
      if (written) units[index] ??= written.unit;
      cells[columns[index]!.name] = written ? written.value : null;
    });
    rows.push({ key: row.key, cells });
  }
  const key = table.key?.ref;
  if (!sound || !key) return undefined;
  sound = keysAreRight(
    table,
    key,
    rows.map((row) => row.key),
    lowering,
  );
  if (!sound) return undefined;
  return {
    name: table.name,
    ...(table.title ? { title: table.title } : {}),
    key: ast.isGroup(key) ? "party" : key.name,
    columns: columns.map((column, index) => ({ name: column.name, unit: units[index] ?? { kind: "text" } })),
    rows,
    source: lowering.source(table),
  };
}

/** Every key there is has its row, and no other has. */
function keysAreRight(table: ast.Table, key: ast.Named, keys: string[], lowering: Lowering): boolean {
  const all = keysOf(key, lowering);
  const unknown = table.rows.find((row) => !all.includes(row.key));
  if (unknown) {
    lowering.report("key-unknown", { key: unknown.key, of: `the values of ${key.name} (${all.join(", ")})` }, unknown, {
      property: "key",
    });
    return false;
  }
  const lacking = all.find((candidate) => !keys.includes(candidate));
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
  const key = declared.key?.ref;
  if (!table || !key) return undefined;
  const unit = table.columns.find((candidate) => candidate.name === column.name)!.unit;
  const keyed = lowerKey(key, column.name, at, site, lowering);
  if (!keyed) return undefined;
  const type = { unit, grain: null, axes: keyed.axes, time: "timeless" } as const;
  const cell = lowering.add(
    site.owner,
    { kind: "lookup", table: table.name, column: column.name, key: keyed.id },
    at,
    type,
  );
  return lowering.call(cell, column.name);
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
