import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Session } from "../engine/session.js";
import { readHeader } from "../files/header.js";
import { type Inspection, inspect } from "../files/inspect.js";
import { rewrite } from "../files/rewrite.js";
import { type DataProblem, problem } from "../problems.js";
import type { DataFile } from "../sources/folder.js";
import type { SourceEntry } from "../sources/manifest.js";
import type { CsvLayout } from "../sql/csv.js";

/** A file whose header and rows are known to be sound, ready for the engine. */
export interface PreparedFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly layout: CsvLayout;
  /** Rows of data, the header not counted. Blank lines are none, unless the file has one column. */
  readonly rows: number;
  /** Row numbers of blank lines. */
  readonly blanks: readonly number[];
  unchanged(): Promise<boolean>;
}

export type Preparation = { readonly sha256?: string } & (
  | { readonly prepared: PreparedFile }
  | { readonly problem: DataProblem }
);

/** Reads a file through once before the engine sees it: digest, header, rows, encoding, line ends. */
export async function prepareFile(
  file: DataFile,
  settings: SourceEntry,
  session: Session,
  signal: AbortSignal | undefined,
): Promise<Preparation> {
  const [delimiter, encoding] = [settings.delimiter ?? ",", settings.encoding ?? "utf-8"];
  const layout = { path: file.path, delimiter, gzip: file.gzip };
  let before: string;
  let sha256: string;
  let rows: Inspection;
  try {
    before = await stamp(file.path);
    rows = await inspect(file.path, { delimiter, gzip: file.gzip, signal });
    sha256 = rows.sha256;
    if (!rows.headerTooLong && (encoding !== "utf-8" || rows.newline === "mixed")) {
      Object.assign(layout, { path: join(session.temporary, `copy-${sha256}.csv`), gzip: false });
      await rewrite(file.path, layout.path, { encoding, gzip: file.gzip, signal });
      rows = await inspect(layout.path, { delimiter, gzip: false, signal });
    }
  } catch (error) {
    signal?.throwIfAborted();
    const full = error instanceof Error && "code" in error && error.code === "ENOSPC";
    return { problem: full ? problem("too-large", file.name, { lack: "disk" }) : problem("unreadable", file.name) };
  }
  if (rows.headerTooLong) return { sha256, problem: problem("header-too-long", file.name) };
  const header = readHeader(rows.header, delimiter);
  if ("wrong" in header) return { sha256, problem: headerProblem(header.wrong, file.name, header.column ?? "") };
  if (rows.unclosed !== undefined) {
    return { sha256, problem: problem("quote-unclosed", file.name, { row: rows.unclosed }) };
  }
  const width = header.columns.length;
  const blanks = width === 1 ? [] : rows.blanks;
  return {
    sha256,
    prepared: {
      name: file.name,
      columns: header.columns,
      layout: { ...layout, newline: rows.newline === "\r\n" ? "\r\n" : "\n", width },
      rows: rows.rows - 1 - blanks.length,
      blanks,
      unchanged: async () => (await stamp(file.path)) === before,
    },
  };
}

function headerProblem(
  wrong: "empty" | "utf-16" | "encoding" | "too-many" | "repeated",
  file: string,
  column: string,
): DataProblem {
  switch (wrong) {
    case "empty":
      return problem("header-empty", file);
    case "too-many":
      return problem("header-too-long", file);
    case "repeated":
      return problem("header-repeated", file, { column });
    case "utf-16":
    case "encoding":
      return problem("encoding", file);
  }
}

async function stamp(path: string): Promise<string> {
  const { size, mtimeMs, ino } = await stat(path);
  return `${size} ${mtimeMs} ${ino}`;
}
