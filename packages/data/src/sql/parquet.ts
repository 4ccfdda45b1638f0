import { fileColumn } from "./csv.js";
import { identifier, textLiteral } from "./quote.js";

/** A column of a Parquet file as the engine describes it. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

const readParquet = (path: string): string => `read_parquet(${textLiteral(path)}, hive_partitioning = false)`;

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
