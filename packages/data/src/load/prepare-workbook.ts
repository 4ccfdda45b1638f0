import { RECORD_LIMIT } from "../files/json-texts.js";
import { diskIsFull, sha256Of, stamp } from "../files/on-disk.js";
import { type DataProblem, problem } from "../problems.js";
import { formatInWords } from "../sources/formats.js";
import { UnsoundWorkbook } from "../workbook/archive.js";
import { type SheetRow, sheetRows } from "../workbook/rows.js";
import type { Prepare } from "./prepare.js";
import { MORE_CELLS } from "./prepared.js";
import { preparedCopy, type RowsFound, wrongHeader } from "./prepared-copy.js";

/** Copies the rows of a sheet as text: the first row names the columns. */
export const prepareWorkbook: Prepare = async (file, settings, session, signal) => {
  let sha256: string | undefined;
  try {
    const before = await stamp(file.path);
    sha256 = await sha256Of(file.path, signal);
    const source = sheetRows(file.path, { sheet: settings.sheet, dateFormat: settings.dateFormat ?? "iso" });
    const first = await source.next();
    const columns = first.done || first.value.number !== 1 ? [] : headerOf(first.value);
    const wrong = wrongHeader(columns, file.name);
    if (wrong !== undefined) {
      await source.return(undefined);
      return { sha256, problem: wrong };
    }
    const found: RowsFound = { rows: 0, blanks: [], rejected: [] };
    const unchanged = async () => (await stamp(file.path)) === before;
    const original = { name: file.name, columns, firstRow: 2, unchanged } as const;
    const { prepared } = await preparedCopy(session, original, soundRows(source, columns.length, found), found, signal);
    return { sha256, prepared };
  } catch (error) {
    signal?.throwIfAborted();
    return { ...(sha256 === undefined ? {} : { sha256 }), problem: whatIsWrong(error, file.name, settings.sheet) };
  }
};

function headerOf({ cells }: SheetRow): string[] {
  const names = Array.from(cells, (cell) => (cell ?? "").trim());
  return names.slice(0, names.findLastIndex((name) => name !== "") + 1);
}

/** Counts every row below the header; hands on those with cells under its columns and nowhere else. */
async function* soundRows(
  source: AsyncIterable<SheetRow>,
  width: number,
  found: RowsFound,
): AsyncGenerator<readonly (string | undefined)[]> {
  let last = 1;
  for await (const { number, cells } of source) {
    if (!(number > last && number <= 1_048_576)) throw new UnsoundWorkbook("form");
    for (let blank = last + 1; blank < number; blank++) found.blanks.push(blank);
    last = number;
    if (cells.every((cell) => cell === undefined)) {
      found.blanks.push(number);
      continue;
    }
    found.rows++;
    const reason = whyRejected(cells, width);
    if (reason !== undefined) found.rejected.push({ row: number, reason });
    else yield Array.from({ length: width }, (_, index) => cells[index]);
  }
}

function whyRejected(cells: readonly (string | undefined)[], width: number): string | undefined {
  if (cells.some((cell, index) => index >= width && cell !== undefined)) {
    return MORE_CELLS;
  }
  if (cells.some((cell) => cell?.includes("\0"))) return "holds a NUL character";
  const length = cells.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
  return length > RECORD_LIMIT ? "is longer than 2 million characters" : undefined;
}

function whatIsWrong(error: unknown, file: string, sheet: string | undefined): DataProblem {
  if (diskIsFull(error)) return problem("too-large", file, { lack: "disk" });
  if (error instanceof UnsoundWorkbook && error.matter === "sheets") {
    return problem("which-sheet", file, { named: sheet, has: error.sheets });
  }
  if (error instanceof UnsoundWorkbook && error.matter === "size") return problem("workbook-too-large", file);
  return problem("unreadable", file, { as: formatInWords(file) });
}
