import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Session } from "../engine/session.js";
import { COLUMN_LIMIT } from "../files/header.js";
import { writeTextCopy } from "../files/text-copy.js";
import { type DataProblem, problem } from "../problems.js";
import { readCsvSql } from "../sql/csv.js";
import type { PreparedFile, RejectedRow } from "./prepared.js";

/** What is found out about rows while they are copied. */
export interface RowsFound {
  rows: number;
  readonly blanks: number[];
  readonly rejected: RejectedRow[];
}

export interface Original {
  readonly name: string;
  readonly columns: readonly string[];
  readonly firstRow: 1 | 2;
  readonly binaryFractions?: readonly string[];
  unchanged(): Promise<boolean>;
}

/**
 * Copies the sound rows of what the engine cannot read itself as text into the session's private folder, and says where
 * the copy lies. `found` is filled in by whoever makes the rows, at the latest when the last has been taken.
 */
export async function preparedCopy(
  session: Session,
  original: Original,
  rows: AsyncIterable<readonly (string | null | undefined)[]>,
  found: RowsFound,
  signal: AbortSignal | undefined,
): Promise<{ prepared: PreparedFile; path: string }> {
  const { columns } = original;
  const path = join(session.temporary, `copy-${randomUUID()}.csv`);
  const watched = async function* () {
    for await (const row of rows) {
      session.watch.rows(found.rows);
      yield row;
    }
  };
  await writeTextCopy(path, columns, watched(), signal);
  const from = readCsvSql({ path, delimiter: ",", newline: "\n", gzip: false, width: columns.length });
  return { path, prepared: { binaryFractions: [], ...original, ...found, from, reader: "copy" } };
}

/** What is wrong with the names of columns, if anything is. */
export function wrongHeader(columns: readonly string[], name: string): DataProblem | undefined {
  if (columns.length === 0) return problem("header-empty", name);
  if (columns.length > COLUMN_LIMIT) return problem("header-too-long", name);
  const repeated = columns.find((each, index) => each !== "" && columns.indexOf(each) !== index);
  return repeated === undefined ? undefined : problem("header-repeated", name, { column: repeated });
}
