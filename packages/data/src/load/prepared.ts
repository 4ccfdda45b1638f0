import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { DataProblem } from "../problems.js";
import type { ParquetColumn } from "../sql/parquet.js";

export const MORE_CELLS = "has more cells than the header has columns";
export const FEWER_CELLS = "has fewer cells than the header has columns";

/** A row that is not a row of its file. */
export interface RejectedRow {
  readonly row: number;
  readonly reason: string;
}

/** A file whose columns and rows are known to be sound, ready for the engine. */
export interface PreparedFile {
  readonly name: string;
  readonly columns: readonly string[];
  /** What the engine reads its cells from, as text: `fileColumn(n)` for each column, in the order of the rows. */
  readonly from: string;
  /** Who reads it: of the three only a CSV file as it lies can hold rows that are none. */
  readonly reader: "csv" | "copy" | "parquet";
  /** The number of the first row of data: 2 where a header stands above it. */
  readonly firstRow: 1 | 2;
  /** Rows of data, the header not counted. Blank lines are none, unless the file has one column. */
  readonly rows: number;
  /** Row numbers of blank lines. */
  readonly blanks: readonly number[];
  /** Rows that are known to be none before the engine reads; counted in `rows`. */
  readonly rejected: readonly RejectedRow[];
  /** Columns of binary fractions: whole numbers can be read from them, and no amounts. */
  readonly binaryFractions: readonly string[];
  /** Where the engine can read typed cells where they lie, as often as it likes. */
  readonly stored?: StoredFile;
  unchanged(): Promise<boolean>;
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

/** What changes when a file does. */
export async function stamp(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path);
  return `${size} ${mtimeMs} ${ino}`;
}

/** SHA-256 of a file's bytes as they lie on the disk, hexadecimal. */
export async function sha256Of(path: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash, signal === undefined ? {} : { signal });
  return hash.digest("hex");
}

export const diskIsFull = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOSPC";
