import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parse } from "csv-parse/sync";
import { type WrittenCell, workbookParts, zip } from "../../data/workbook-file.js";
import type { Server } from "../../support/postgresql.js";

/** A table as it is given to other programs: what each column holds throughout, and its cells. */
export interface Table {
  readonly name: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: "DATE" | "BIGINT" | "DECIMAL(18, 4)" | "VARCHAR";
  }[];
  readonly rows: readonly (readonly string[])[];
}

/** A column is of dates or numbers only where every cell is one: what was mistyped can be kept as text alone. */
export function tableOf(name: string, csv: string): Table {
  const [header, ...rows] = parse(csv) as string[][];
  const columns = header!.map((column, index) => {
    const cells = rows.map((row) => row[index]!).filter((cell) => cell !== "");
    const all = (form: RegExp) => cells.every((cell) => form.test(cell));
    const dates = all(/^\d{4}-\d\d-\d\d$/) && cells.every((cell) => isoOf(new Date(cell)) === cell);
    if (dates) return { name: column, type: "DATE" as const };
    if (all(/^(0|[1-9]\d*)$/)) return { name: column, type: "BIGINT" as const };
    return { name: column, type: all(/^\d+\.\d{1,4}$/) ? ("DECIMAL(18, 4)" as const) : ("VARCHAR" as const) };
  });
  return { name, columns, rows };
}

const isoOf = (date: Date): string => (Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10));

/** Writes the table as Parquet, from the CSV file that it was read from. */
export async function writeParquet({ name, columns }: Table, csv: string, folder: string): Promise<void> {
  const types = columns.map((column) => `'${column.name}': '${column.type}'`).join(", ");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const from = `read_csv('${csv}', header = true, auto_detect = false, columns = {${types}})`;
  await connection.run(`COPY (SELECT * FROM ${from}) TO '${join(folder, name)}.parquet' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

/** An object on each line; numbers without quotation marks, empty cells left out. */
export const jsonLines = ({ columns, rows }: Table): string =>
  rows
    .map((row) => {
      const members = columns.flatMap(({ name, type }, index) => {
        const cell = row[index]!;
        const isNumber = type === "BIGINT" || type.startsWith("DECIMAL");
        return cell === "" ? [] : [`${JSON.stringify(name)}: ${isNumber ? cell : JSON.stringify(cell)}`];
      });
      return `{ ${members.join(", ")} }\n`;
    })
    .join("");

/** A workbook of one sheet: dates as the days that spreadsheets count, numbers as numbers. */
export function workbook({ columns, rows }: Table): Buffer {
  const text = (of: string): WrittenCell => ({ raw: `t="inlineStr"><is><t>${of.replaceAll("&", "&amp;")}</t></is>` });
  const cell = (of: string, type: string): WrittenCell => {
    if (of === "") return undefined;
    if (type === "DATE") return { raw: `s="1"><v>${(Date.parse(of) - Date.UTC(1899, 11, 30)) / 86_400_000}</v>` };
    return type === "VARCHAR" ? text(of) : { raw: `s="0"><v>${of}</v>` };
  };
  const sheet = rows.map((row, at): [number, WrittenCell[]] => [
    at + 2,
    row.map((of, index) => cell(of, columns[index]!.type)),
  ]);
  return zip(workbookParts({ Table: [[1, columns.map(({ name }) => text(name))], ...sheet] }));
}

/** Makes the table in a schema of the database. */
export async function storeIn(server: Server, schema: string, { name, columns, rows }: Table): Promise<void> {
  const quoted = (of: string) => `"${of}"`;
  const definitions = columns.map((column) => `${quoted(column.name)} ${column.type}`);
  await server.sql(`CREATE TABLE ${schema}.${quoted(name)} (${definitions.join(", ")})`);
  const value = (of: string) => (of === "" ? "NULL" : `'${of.replaceAll("'", "''")}'`);
  for (let at = 0; at < rows.length; at += 10_000) {
    const values = rows.slice(at, at + 10_000).map((row) => `(${row.map(value).join(", ")})`);
    await server.sql(`INSERT INTO ${schema}.${quoted(name)} VALUES ${values.join(", ")}`);
  }
}
