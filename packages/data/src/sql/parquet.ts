import { FILE, HASH, KEY, ROW } from "../plan/names.js";
import { fileColumn } from "./csv.js";
import { identifier, pathLiteral, textLiteral } from "./quote.js";

/** A column of a Parquet file as the engine describes it. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

const readParquet = (path: string): string => `read_parquet(${pathLiteral(path)}, hive_partitioning = false)`;

/** Name and type of each column. */
export const describeParquetSql = (path: string): string => `DESCRIBE SELECT * FROM ${readParquet(path)}`;

export const countParquetSql = (path: string): string => `SELECT count(*) FROM ${readParquet(path)}`;

/** A column that holds binary fractions, in which 0.10 has no place. */
export const isBinaryFraction = ({ type }: ParquetColumn): boolean => type === "DOUBLE" || type === "FLOAT";

/** Reads a Parquet file as text, every column, in the order of its rows; dates in the layout that its source has. */
export function readParquetSql(path: string, columns: readonly ParquetColumn[], dateLayout: string): string {
  const cells = columns.map(
    (column, index) => `${cellSql(column, textLiteral(dateLayout))} AS ${identifier(fileColumn(index))}`,
  );
  return `(SELECT ${cells.join(", ")} FROM ${readParquet(path)})`;
}

/** The name under which the engine gives the place of a row in its file; a file that has such a column is read as text. */
const PLACE_IN_FILE = "file_row_number";

/** Whether the rows of a file can be read where they lie, again and again, and told apart by their places. */
export const staysInPlace = (columns: readonly ParquetColumn[]): boolean =>
  columns.length > 0 && columns.every(({ name }) => name.toLowerCase() !== PLACE_IN_FILE);

export interface InPlace {
  readonly path: string;
  readonly columns: readonly ParquetColumn[];
  readonly dateLayout: string;
  /** The number of the file among those of its source, and the place of its first row among the rows of all. */
  readonly number: number;
  readonly start: number;
  /** The column that tells most rows apart; all of them, where there is none. */
  readonly key: ParquetColumn | undefined;
}

/**
 * The rows of a file as they lie: `fileColumn(n)` for each column, with their place, their file, a hash of their cells and
 * the cell that tells most of them apart.
 * Of all this the engine reads only what a query asks for.
 */
export function storedRowsSql(file: InPlace): string {
  const cells = file.columns.map(({ name }, index) => `${identifier(name)} AS ${identifier(fileColumn(index))}`);
  return rowsSql(file, cells);
}

/** The same with the text of every cell. */
export function storedTextSql(file: InPlace): string {
  const cells = file.columns.map(
    (column, index) => `${cellSql(column, textLiteral(file.dateLayout))} AS ${identifier(fileColumn(index))}`,
  );
  return rowsSql(file, cells);
}

function rowsSql({ path, columns, number, start, key }: InPlace, cells: readonly string[]): string {
  // By name, since another file of the source may have the same columns in another order.
  const hashed = [...columns].sort((a, b) => (a.name.trim() < b.name.trim() ? -1 : 1)).map(comparable);
  const hash = `hash(${hashed.join(", ")})`;
  const added = [
    `${start} + ${PLACE_IN_FILE} AS ${identifier(ROW)}`,
    `CAST(${number} AS INTEGER) AS ${identifier(FILE)}`,
    `${hash} AS ${identifier(HASH)}`,
    `${key === undefined ? hash : keyOf(key)} AS ${identifier(KEY)}`,
  ];
  const from = `read_parquet(${pathLiteral(path)}, hive_partitioning = false, ${PLACE_IN_FILE} = true)`;
  return `SELECT ${[...cells, ...added].join(", ")} FROM ${from}`;
}

export const createRawView = (name: string, sql: string): string => `CREATE VIEW ${identifier(name)} AS ${sql}`;
export const createRawTable = (name: string, sql: string): string => `CREATE TABLE ${identifier(name)} AS ${sql}`;

/** Without looking at those behind them. */
export const firstRowsSql = (rows: string, most: number): string =>
  `SELECT * FROM ${identifier(rows)} LIMIT ${Math.trunc(most)}`;

/** No text and an empty one are equal. */
const comparable = ({ name, type }: ParquetColumn): string =>
  type === "VARCHAR" ? `nullif(${identifier(name)}, '')` : identifier(name);

/** Numbers are put in order as they are, the quicker where they nearly stand so; one that is missing may pass for any. */
const keyOf = (column: ParquetColumn): string =>
  column.type === "VARCHAR" ? `hash(${comparable(column)})` : `coalesce(${identifier(column.name)}, 0)`;

/** For the first rows of a file: how many they are, and how many different cells each of these columns has among them. */
export function differentCellsSql(path: string, columns: readonly ParquetColumn[], most: number): string {
  const names = columns.map(({ name }) => identifier(name));
  const counts = ["count(*)", ...names.map((name) => `count(DISTINCT ${name})`)];
  return `SELECT ${counts.join(", ")} FROM (SELECT ${names.join(", ")} FROM ${readParquet(path)} LIMIT ${Math.trunc(most)})`;
}

/** What several rows have alike in a column. In order, equal cells stand together: half the work of grouping them, and less memory. */
export function repeatedCellsSql(rows: string, column: string): string {
  const cell = identifier(column);
  const pairs = `SELECT ${cell}, lag(${cell}) OVER (ORDER BY ${cell}) AS "before" FROM ${identifier(rows)}`;
  return `SELECT DISTINCT ${cell} FROM (${pairs}) WHERE ${cell} = "before"`;
}

function cellSql({ name, type }: ParquetColumn, dateLayout: string): string {
  const of = identifier(name);
  const text = `nullif(CAST(${of} AS VARCHAR), '')`;
  // Zeros behind the last digit are no decimals that anybody wrote: 5.0000 is 5.
  if (/^DECIMAL\(\d+,\s*[1-9]/.test(type)) return `rtrim(rtrim(${text}, '0'), '.')`;
  if (type === "DATE") return `strftime(${of}, ${dateLayout})`;
  // Many programs keep a date as the midnight at which it begins.
  if (/^TIMESTAMP(_S|_MS|_NS)?$/.test(type)) {
    return `CASE WHEN date_trunc('day', ${of}) = ${of} THEN strftime(${of}, ${dateLayout}) ELSE ${text} END`;
  }
  // A whole number that was kept as a binary fraction is that number; whatever has decimals is seen as such.
  if (type === "DOUBLE" || type === "FLOAT") {
    const exactBelow = type === "DOUBLE" ? "9007199254740992" : "16777216";
    return `CASE WHEN ${of} = trunc(${of}) AND abs(${of}) < ${exactBelow} THEN CAST(CAST(${of} AS BIGINT) AS VARCHAR) ELSE ${text} END`;
  }
  return text;
}
