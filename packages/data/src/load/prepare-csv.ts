import { join } from "node:path";
import { UnpacksTooFar } from "../files/gunzip.js";
import { type Inspection, inspect } from "../files/inspect.js";
import { diskIsFull, stamp } from "../files/on-disk.js";
import { rewrite } from "../files/rewrite.js";
import { problem } from "../problems.js";
import { formatInWords } from "../sources/formats.js";
import { readCsvSql } from "../sql/csv.js";
import { csvColumns } from "./csv-columns.js";
import type { Prepare } from "./prepare.js";

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
    if (error instanceof UnpacksTooFar) return { problem: problem("unpacks-too-far", file.name) };
    if (diskIsFull(error)) return { problem: problem("too-large", file.name, { lack: "disk" }) };
    return { problem: problem("unreadable", file.name, { as: formatInWords(file.name) }) };
  }
  const header = csvColumns(rows, delimiter, file.name);
  if ("problem" in header) return { sha256, ...header };
  const width = header.columns.length;
  const blanks = width === 1 ? [] : rows.blanks;
  return {
    sha256,
    prepared: {
      name: file.name,
      columns: header.columns,
      cellsBelow: rows.cellsBelow,
      from: readCsvSql({ ...layout, newline: rows.newline === "\r\n" ? "\r\n" : "\n", width }),
      reader: "csv",
      firstRow: 2,
      rows: rows.rows - 1 - blanks.length,
      blanks,
      ...(rows.tooLong === undefined ? {} : { tooLong: rows.tooLong }),
      rejected: [],
      binaryFractions: [],
      unchanged: async () => (await stamp(file.path)) === before,
    },
  };
};
