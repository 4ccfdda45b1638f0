import type { Session } from "../engine/session.js";
import type { DataFile } from "../sources/folder.js";
import { formatOf } from "../sources/formats.js";
import type { SourceEntry } from "../sources/manifest.js";
import { prepareCsv } from "./prepare-csv.js";
import { prepareJson } from "./prepare-json.js";
import { prepareParquet } from "./prepare-parquet.js";
import { prepareWorkbook } from "./prepare-workbook.js";
import type { Preparation } from "./prepared.js";

export type Prepare = (
  file: DataFile,
  settings: SourceEntry,
  session: Session,
  signal: AbortSignal | undefined,
) => Promise<Preparation>;

/** Reads a file through once before the engine does, by its format: digest, columns, rows, and whether all is sound. */
export const prepareFile: Prepare = (file, settings, session, signal) => {
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
