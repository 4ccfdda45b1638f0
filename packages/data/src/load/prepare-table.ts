import type { Session } from "../engine/session.js";
import { RECORD_LIMIT } from "../files/json-texts.js";
import { diskIsFull, sha256Of } from "../files/on-disk.js";
import { cellText, isBinaryFraction } from "../postgres/cell-text.js";
import { connect } from "../postgres/connect.js";
import { columnsOf, type TextRow, textRows } from "../postgres/rows.js";
import { databaseProblem } from "../postgres/trouble.js";
import { problem } from "../problems.js";
import type { DatabaseTable } from "../sources/database.js";
import type { DateFormat } from "../sources/manifest.js";
import { describeSql, readTableSql } from "../sql/postgres-source.js";
import type { Preparation } from "./prepared.js";
import { preparedCopy, type RowsFound, wrongHeader } from "./prepared-copy.js";

/** Copies a table or a query of a database as text. Its digest is that of the text: the same rows give the same one. */
export async function prepareTable(
  table: DatabaseTable,
  dateFormat: DateFormat,
  session: Session,
  signal: AbortSignal | undefined,
): Promise<Preparation> {
  let connection: Awaited<ReturnType<typeof connect>> | undefined;
  try {
    connection = await connect(table, signal);
    const { client } = connection;
    const fields = await columnsOf(client, describeSql(table.from));
    const names = fields.map(({ name }) => name);
    const columns = names.map((name) => name.trim());
    const wrong = wrongHeader(columns, table.shown);
    if (wrong !== undefined) return { problem: wrong };
    const types = fields.map(({ dataTypeID }) => dataTypeID);
    const binaryFractions = columns.filter((_, index) => isBinaryFraction(types[index]!));
    const found: RowsFound = { rows: 0, blanks: [], rejected: [] };
    const rows = textRows(client, readTableSql(table.from, names), signal);
    const unchanged = async () => true;
    const original = { name: table.shown, columns, firstRow: 1, binaryFractions, unchanged } as const;
    const copy = await preparedCopy(session, original, soundRows(rows, types, dateFormat, found), found, signal);
    return { sha256: await sha256Of(copy.path, signal), prepared: copy.prepared };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    if (diskIsFull(error)) return { problem: problem("too-large", table.shown, { lack: "disk" }) };
    return { problem: databaseProblem(error, table) };
  } finally {
    await connection?.close();
  }
}

async function* soundRows(
  rows: AsyncIterable<TextRow>,
  types: readonly number[],
  dateFormat: DateFormat,
  found: RowsFound,
): AsyncGenerator<readonly (string | null)[]> {
  for await (const row of rows) {
    found.rows++;
    const length = row.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
    if (length > RECORD_LIMIT) found.rejected.push({ row: found.rows, reason: "is longer than 2 million characters" });
    else yield row.map((cell, index) => cellText(cell, types[index]!, dateFormat));
  }
}
