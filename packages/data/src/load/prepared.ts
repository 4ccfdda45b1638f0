import type { DataProblem } from "../problems.js";
import type { ParquetColumn } from "../sql/parquet.js";

export const MORE_CELLS = "has more cells than the header has columns";
export const FEWER_CELLS = "has fewer cells than the header has columns";

/** A row that is not a row of its file. */
export interface RejectedRow {
  readonly row: number;
  readonly reason: string;
}

/** A table as it lies in its file: its columns, and where its rows stand. */
export interface TableFile {
  readonly name: string;
  readonly columns: readonly string[];
  /** How many cells stand in its first row of data, where a file can have more or fewer than names. */
  readonly cellsBelow?: number;
  /** The number of the first row of data: 2 where a header stands above it. */
  readonly firstRow: 1 | 2;
  /** Rows of data, the header not counted. Blank lines are none, unless the file has one column. */
  readonly rows: number;
  /** Row numbers of blank lines. */
  readonly blanks: readonly number[];
  /** Rows that are known to be none before the engine reads; counted in `rows`. */
  readonly rejected: readonly RejectedRow[];
  /** The first row that is longer than any that people keep. */
  readonly tooLong?: number;
  /** Columns of binary fractions: whole numbers can be read from them, and no amounts. */
  readonly binaryFractions: readonly string[];
}

/** A file whose columns and rows are known to be sound, ready for the engine. */
export interface PreparedFile extends TableFile {
  /** What the engine reads its cells from, as text: `fileColumn(n)` for each column, in the order of the rows. */
  readonly from: string;
  /** Who reads it: of the three only a CSV file as it lies can hold rows that are none. */
  readonly reader: "csv" | "copy" | "parquet";
  /** Where the engine can read typed cells where they lie, as often as it likes. */
  readonly stored?: StoredFile;
  unchanged(): Promise<boolean>;
}

/** What was read of one file into the table of text. */
export interface TextRead {
  readonly file: TableFile;
  /** The place of its first row in the table. */
  readonly start: number;
  readonly count: number;
  readonly rejected: readonly RejectedRow[];
}

export interface StoredFile {
  readonly path: string;
  readonly columns: readonly ParquetColumn[];
  readonly dateLayout: string;
}

export type Preparation = { readonly sha256?: string } & (
  | { readonly prepared: PreparedFile }
  | { readonly problem: DataProblem }
);
