import { identifier, pathLiteral, textLiteral } from "./quote.js";

/** How a file's text is laid out. Nothing is guessed: a wrong guess reads 1 February as 2 January without a word. */
export interface CsvLayout {
  /** The real path; only the engine sees it. */
  readonly path: string;
  readonly delimiter: string;
  readonly newline: "\n" | "\r\n";
  readonly gzip: boolean;
  /** How many columns the header has. */
  readonly width: number;
}

/** The name that the n-th column of a file has in the query that reads it. */
export const fileColumn = (index: number): string => `column ${index}`;

/** The table of rows that are not rows of the file: ragged, badly quoted, badly encoded. */
export const REJECTS = "concordat_rejected_rows";
const SCANS = "concordat_rejected_scans";

/** Reads a file as text, every column, in the order of its rows. Rows that break the form go to the table of rejects. */
export function readCsvSql(layout: CsvLayout): string {
  const columns = Array.from({ length: layout.width }, (_, index) => `${textLiteral(fileColumn(index))}: 'VARCHAR'`);
  const options = [
    "auto_detect = false",
    "header = true",
    `columns = {${columns.join(", ")}}`,
    `delim = ${textLiteral(layout.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    // Told of CR LF, DuckDB 1.5.5 runs rows together; left alone, it finds the line ends, which are all the same here.
    ...(layout.newline === "\n" ? ["new_line = '\\n'"] : []),
    `compression = '${layout.gzip ? "gzip" : "none"}'`,
    "nullstr = ''",
    "strict_mode = true",
    "null_padding = false",
    "store_rejects = true",
    "rejects_limit = 0",
    `rejects_table = ${textLiteral(REJECTS)}`,
    `rejects_scan = ${textLiteral(SCANS)}`,
  ];
  return `read_csv(${pathLiteral(layout.path)}, ${options.join(", ")})`;
}

/** Each rejected row once: its number in the file (1 is the header) and what was wrong with it. */
export const rejectedRowsSql = (): string =>
  `SELECT CAST(line AS BIGINT), min(CAST(error_type AS VARCHAR)) FROM ${identifier(REJECTS)} GROUP BY line ORDER BY line`;

export const clearRejectsSql = (): string[] => [
  `DROP TABLE IF EXISTS ${identifier(REJECTS)}`,
  `DROP TABLE IF EXISTS ${identifier(SCANS)}`,
];
