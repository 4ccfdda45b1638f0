import { join } from "node:path";
import { readHeader } from "../files/header.js";
import { type Inspection, inspect } from "../files/inspect.js";
import { rewrite } from "../files/rewrite.js";
import { type DataProblem, problem } from "../problems.js";
import { formatInWords } from "../sources/formats.js";
import { readCsvSql } from "../sql/csv.js";
import type { Prepare } from "./prepare.js";
import { diskIsFull, stamp } from "./prepared.js";

/** Reads a CSV file through once before the engine sees it: digest, header, rows, encoding, line ends. */
export const prepareCsv: Prepare = async (file, settings, session, signal) => {
  const [delimiter, encoding] = [settings.delimiter ?? ",", settings.encoding ?? "utf-8"];
  const layout = { path: file.path, delimiter, gzip: file.gzip };
  let before: string;
  let sha256: string;
  let rows: Inspection;
  try {
    before = await stamp(file.path);
    const onRows = (seen: number) => session.watch.rows(seen);
    rows = await inspect(file.path, { delimiter, gzip: file.gzip, signal, onRows });
    sha256 = rows.sha256;
    if (!rows.headerTooLong && (encoding !== "utf-8" || rows.newline === "mixed")) {
      Object.assign(layout, { path: join(session.temporary, `copy-${sha256}.csv`), gzip: false });
      await rewrite(file.path, layout.path, { encoding, gzip: file.gzip, signal });
      rows = await inspect(layout.path, { delimiter, gzip: false, signal });
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (diskIsFull(error)) return { problem: problem("too-large", file.name, { lack: "disk" }) };
    return { problem: problem("unreadable", file.name, { as: formatInWords(file.name) }) };
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
      from: readCsvSql({ ...layout, newline: rows.newline === "\r\n" ? "\r\n" : "\n", width }),
      reader: "csv",
      firstRow: 2,
      rows: rows.rows - 1 - blanks.length,
      blanks,
      rejected: [],
      binaryFractions: [],
      unchanged: async () => (await stamp(file.path)) === before,
    },
  };
};

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
