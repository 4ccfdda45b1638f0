import { createReadStream } from "node:fs";
import { TextDecoder } from "node:util";
import { gunzipSteps, UnpacksTooFar } from "../files/gunzip.js";
import { COLUMN_LIMIT } from "../files/header.js";
import { type JsonRecord, readRecord } from "../files/json-record.js";
import { BrokenJson, lineTexts, listTexts, type RecordText } from "../files/json-texts.js";
import { diskIsFull, sha256Of, stamp } from "../files/on-disk.js";
import { type DataProblem, problem } from "../problems.js";
import type { DataFile } from "../sources/data-file.js";
import { formatInWords, formatOf } from "../sources/formats.js";
import type { Prepare } from "./prepare.js";
import { preparedCopy, type RowsFound } from "./prepared-copy.js";

/** Copies the records of a JSON file, or of JSON lines, as text: their columns are all names that any of them has. */
export const prepareJson: Prepare = async (file, _settings, session, signal) => {
  let sha256: string | undefined;
  try {
    const before = await stamp(file.path);
    sha256 = await sha256Of(file.path, signal);
    const names = new Set<string>();
    const found: RowsFound = { rows: 0, blanks: [], rejected: [] };
    for await (const { row, text } of textsOf(file)) {
      signal?.throwIfAborted();
      if (text === "") found.blanks.push(row);
      else {
        session.watch.rows(++found.rows);
        const read = recordOf(text);
        if ("wrong" in read) found.rejected.push({ row, reason: read.wrong });
        else for (const name of read.cells.keys()) names.add(name);
      }
      if (names.size > COLUMN_LIMIT) return { sha256, problem: problem("header-too-long", file.name) };
    }
    const columns = [...names];
    if (columns.length === 0) return { sha256, problem: problem("no-records", file.name) };
    const unchanged = async () => (await stamp(file.path)) === before;
    const original = { name: file.name, columns, firstRow: 1, unchanged } as const;
    const { prepared } = await preparedCopy(session, original, cellsOf(file, columns), found, signal);
    return { sha256, prepared };
  } catch (error) {
    signal?.throwIfAborted();
    return { ...(sha256 === undefined ? {} : { sha256 }), problem: whatIsWrong(error, file.name) };
  }
};

function whatIsWrong(error: unknown, file: string): DataProblem {
  if (error instanceof BrokenJson) return problem("not-a-list", file, { row: error.row });
  if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
    return problem("encoding", file);
  if (error instanceof UnpacksTooFar) return problem("unpacks-too-far", file);
  if (diskIsFull(error)) return problem("too-large", file, { lack: "disk" });
  return problem("unreadable", file, { as: formatInWords(file) });
}

function recordOf(text: string | undefined): { cells: JsonRecord } | { wrong: string } {
  if (text === undefined) return { wrong: "is longer than 2 million characters" };
  const read = readRecord(text);
  return "wrong" in read ? read : { cells: read };
}

async function* cellsOf(file: DataFile, columns: readonly string[]): AsyncGenerator<(string | null | undefined)[]> {
  for await (const { text } of textsOf(file)) {
    if (text === "") continue;
    const read = recordOf(text);
    if ("cells" in read) yield columns.map((name) => read.cells.get(name));
  }
}

function textsOf(file: DataFile): AsyncGenerator<RecordText> {
  return formatOf(file.name) === "json" ? listTexts(decoded(file)) : lineTexts(decoded(file));
}

async function* decoded({ path, gzip }: DataFile): AsyncGenerator<string> {
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 });
  const { gunzip, bounded } = gunzipSteps();
  if (gzip) bytes.on("error", (error) => gunzip.destroy(error));
  const plain = gzip ? bounded(bytes.pipe(gunzip)) : bytes;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const chunk of plain) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}
