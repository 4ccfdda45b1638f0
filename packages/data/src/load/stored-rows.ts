import type { Session } from "../engine/session.js";
import { column, type Expression, text } from "../plan/expression.js";
import { cellName, FILE, FINGERPRINT, HASH, KEY, ROW } from "../plan/names.js";
import { project, type Relation, scan, union } from "../plan/relation.js";
import { SAMPLE } from "../quality/hints.js";
import { fileColumn } from "../sql/csv.js";
import { createView } from "../sql/duckdb.js";
import { createRawView, firstRowsSql, storedRowsSql, storedTextSql } from "../sql/parquet.js";
import type { LoadOrder } from "./order.js";
import type { PreparedFile } from "./prepared.js";
import { tellingColumn } from "./telling-column.js";

/**
 * Views of all rows of a source as they lie, and of the text of their cells; `cellName(n)` is that of the n-th field. False
 * where a file cannot be read so, or the files differ in their columns.
 */
export async function viewStoredRows(
  session: Session,
  { files, fields }: LoadOrder,
  names: { readonly stored: string; readonly text: string; readonly sample: string },
): Promise<boolean> {
  const kinds = files.map(({ stored }) => stored?.columns.map(({ name, type }) => `${name.trim()} ${type}`).sort());
  if (kinds.includes(undefined) || new Set(kinds.map((kind) => kind?.join("\n"))).size !== 1) return false;
  const union = [...new Set(files.flatMap((file) => file.columns))].sort();
  const headers = fields.map(({ header }) => header);
  const telling = await tellingColumn(session, files[0]!.stored!);
  let start = 0;
  const [stored, texts]: [Relation[], Relation[]] = [[], []];
  for (const [number, file] of files.entries()) {
    const of = (name: string): string => `file ${number} of ${name}`;
    const key = file.stored!.columns.find(({ name }) => name.trim() === telling?.name.trim());
    const rows = { ...file.stored!, number, start, key };
    await session.run(createRawView(of(names.stored), storedRowsSql(rows)));
    await session.run(createRawView(of(names.text), storedTextSql(rows)));
    stored.push(storedCells(of(names.stored), file, headers));
    texts.push(textCells(of(names.text), file, headers, union));
    start += file.rows;
  }
  await session.run(createView(names.stored, together(stored)));
  await session.run(createView(names.text, together(texts)));
  await session.run(createRawView(names.sample, firstRowsSql(names.text, SAMPLE)));
  return true;
}

const together = (of: readonly Relation[]): Relation => (of.length === 1 ? of[0]! : union(of));
const cellOf = (file: PreparedFile, header: string): Expression => column(fileColumn(file.columns.indexOf(header)));
const kept = [ROW, FILE, HASH, KEY].map((name) => ({ name, of: column(name) }));

const storedCells = (view: string, file: PreparedFile, headers: readonly string[]): Relation =>
  project(scan(view), [
    ...kept,
    ...headers.map((header, index) => ({ name: cellName(index), of: cellOf(file, header) })),
  ]);

function textCells(view: string, file: PreparedFile, headers: readonly string[], union: readonly string[]): Relation {
  const all = union.map((header) => (file.columns.includes(header) ? cellOf(file, header) : text("")));
  return project(scan(view), [
    ...kept,
    { name: FINGERPRINT, of: { op: "fingerprint", of: all } },
    ...headers.map((header, index) => ({
      name: cellName(index),
      of: { op: "trimmed", of: cellOf(file, header) } as Expression,
    })),
  ]);
}
