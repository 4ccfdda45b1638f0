import type { Session } from "../engine/session.js";
import type { DataFile } from "../sources/data-file.js";
import { formatOf } from "../sources/formats.js";
import type { SourceEntry } from "../sources/manifest.js";
import type { Source } from "../sources/resolve.js";
import { prepareCsv } from "./prepare-csv.js";
import { prepareJson } from "./prepare-json.js";
import { prepareParquet } from "./prepare-parquet.js";
import { prepareTable } from "./prepare-table.js";
import { prepareWorkbook } from "./prepare-workbook.js";
import type { Preparation } from "./prepared.js";

export type Prepare = (
  file: DataFile,
  settings: SourceEntry,
  session: Session,
  signal: AbortSignal | undefined,
) => Promise<Preparation>;

/** Reads a file through once before the engine does, by its format: digest, columns, rows, and whether all is sound. */
const prepareFile: Prepare = (file, settings, session, signal) => {
  switch (formatOf(file.name)) {
    case "csv":
      return prepareCsv(file, settings, session, signal);
    case "json":
    case "json-lines":
      return prepareJson(file, settings, session, signal);
    case "parquet":
      return prepareParquet(file, settings, session, signal);
    case "workbook":
      return prepareWorkbook(file, settings, session, signal);
  }
};

/** Each file of a source, one after the other, or its table: made ready, or why not. */
export async function* preparations(
  { files, table, settings }: Source,
  session: Session,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ readonly name: string; readonly preparation: Preparation }> {
  for (const file of files) yield { name: file.name, preparation: await prepareFile(file, settings, session, signal) };
  if (table === undefined) return;
  yield { name: table.shown, preparation: await prepareTable(table, settings.dateFormat ?? "iso", session, signal) };
}
