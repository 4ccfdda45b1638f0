import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { inFolder } from "../folder.js";
import { type WrittenCell, workbookParts, zip } from "../workbook-file.js";

/** A table as text: a missing cell is undefined. The first row names the columns. */
export type TextTable = readonly (readonly (string | undefined)[])[];

export const FORMATS = ["csv", "jsonl", "parquet", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

const quoted = (cell: string | undefined): string => (cell === undefined ? "" : `"${cell.replaceAll('"', '""')}"`);

/** The row of the file at which the n-th row of data stands, from 0. */
export const rowOf = (format: Format, index: number): number =>
  format === "jsonl" || format === "parquet" ? index + 1 : index + 2;

/** The same cells, all of them text, as a file of each format. */
export async function written(table: TextTable, format: Format): Promise<Buffer> {
  const [header = [], ...rows] = table;
  switch (format) {
    case "csv":
      return Buffer.from(`${table.map((row) => row.map(quoted).join(",")).join("\n")}\n`);
    case "jsonl":
      return Buffer.from(
        rows
          .map((row) => `${JSON.stringify(Object.fromEntries(row.map((cell, at) => [header[at]!, cell ?? null])))}\n`)
          .join(""),
      );
    case "xlsx":
      return zip(workbookParts({ Sheet: table.map((row, at) => [at + 1, row as WrittenCell[]] as const) }));
    case "parquet":
      return parquet(header as readonly string[], rows);
  }
}

async function parquet(header: readonly string[], rows: TextTable): Promise<Buffer> {
  return inFolder({}, async (folder) => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const literal = (cell: string | undefined): string =>
      cell === undefined ? "NULL" : `'${cell.replaceAll("'", "''")}'`;
    await connection.run(`CREATE TABLE t (${header.map((name) => `"${name}" VARCHAR`).join(", ")})`);
    if (rows.length > 0)
      await connection.run(`INSERT INTO t VALUES ${rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ")}`);
    await connection.run(`COPY t TO '${join(folder, "t.parquet")}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
    return readFile(join(folder, "t.parquet"));
  });
}
