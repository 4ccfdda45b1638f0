import { EngineError, type Session } from "../engine/session.js";
import { column, type Expression, text, whole } from "../plan/expression.js";
import { cellName, FILE, FINGERPRINT } from "../plan/names.js";
import { type DataProblem, engineProblem, problem } from "../problems.js";
import { clearRejectsSql, fileColumn, rejectedRowsSql } from "../sql/csv.js";
import { expressionSql } from "../sql/duckdb.js";
import { identifier } from "../sql/quote.js";
import { FEWER_CELLS, MORE_CELLS, type PreparedFile, type RejectedRow, type TextRead } from "./prepared.js";

const REASONS: Readonly<Record<string, string>> = {
  "MISSING COLUMNS": FEWER_CELLS,
  "TOO MANY COLUMNS": MORE_CELLS,
  "UNQUOTED VALUE": "has text after a closing quotation mark",
  "LINE SIZE OVER MAXIMUM": "is longer than 2 million characters",
};

/**
 * Reads files into one table of text, in the order of their rows: the cells under `headers`, trimmed, and a
 * fingerprint of all cells, by which equal rows are known. Rows that break the form come back as rejected.
 */
export async function readText(
  session: Session,
  table: string,
  files: readonly PreparedFile[],
  headers: readonly string[],
): Promise<TextRead[] | DataProblem> {
  const columns = headers.map((_, index) => `${identifier(cellName(index))} VARCHAR`);
  await session.run(
    `CREATE TABLE ${identifier(table)} (${identifier(FILE)} INTEGER, ${identifier(FINGERPRINT)} UHUGEINT, ${columns.join(", ")})`,
  );
  const union = [...new Set(files.flatMap((file) => file.columns))].sort();
  const read: TextRead[] = [];
  let start = 0;
  for (const [number, file] of files.entries()) {
    const found = await readOne(session, table, file, number, headers, union);
    if ("id" in found) return found;
    const rejected = [...file.rejected, ...found];
    const count = file.rows - rejected.length;
    const [[inserted] = []] = await session.query(
      `SELECT count(*) FROM ${identifier(table)} WHERE ${identifier(FILE)} = ${number}`,
    );
    if (Number(inserted) !== count) return uncertain(file);
    if (!(await file.unchanged())) return problem("file-changed", file.name);
    read.push({ file, start, count, rejected });
    start += count;
  }
  return read;
}

const uncertain = (file: PreparedFile): DataProblem =>
  file.tooLong === undefined
    ? problem("rows-uncertain", file.name)
    : problem("row-too-long", file.name, { row: file.tooLong });

async function readOne(
  session: Session,
  table: string,
  file: PreparedFile,
  number: number,
  headers: readonly string[],
  union: readonly string[],
): Promise<RejectedRow[] | DataProblem> {
  const cell = (header: string): Expression => column(fileColumn(file.columns.indexOf(header)));
  const all = union.map((name) => (file.columns.includes(name) ? cell(name) : text("")));
  const values: Expression[] = [
    whole(number),
    { op: "fingerprint", of: all },
    ...headers.map((header): Expression => ({ op: "trimmed", of: cell(header) })),
  ];
  try {
    await session.run(
      `INSERT INTO ${identifier(table)} SELECT ${values.map(expressionSql).join(", ")} FROM ${file.from}`,
    );
    if (file.reader === "parquet") return [];
    const rejected = await session.query(rejectedRowsSql());
    if (rejected.some(([, type]) => type === "INVALID ENCODING")) return problem("encoding", file.name);
    if (file.reader === "copy" && rejected.length > 0) return problem("rows-uncertain", file.name);
    return rejected.map(([row, type]) => ({
      row: Number(row),
      reason: REASONS[String(type)] ?? "cannot be read as a row of a CSV file",
    }));
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return engineProblem(error, file.name);
  } finally {
    for (const sql of clearRejectsSql()) await session.run(sql).catch(() => undefined);
  }
}
