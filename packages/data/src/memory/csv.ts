import { RECORD_LIMIT } from "../files/json-texts.js";
import { RowScanner } from "../files/rows.js";
import { csvColumns } from "../load/csv-columns.js";
import { FEWER_CELLS, MORE_CELLS, type RejectedRow, type TableFile } from "../load/prepared.js";
import { type DataProblem, problem } from "../problems.js";
import type { SourceEntry } from "../sources/manifest.js";

/** A CSV file that has been read whole: its sound rows, an empty cell missing. */
export interface MemoryFile extends TableFile {
  readonly cells: readonly (readonly (string | null)[])[];
}

/** Reads a CSV file as the engine does, every cell as text. */
export function readCsv(
  name: string,
  bytes: Uint8Array,
  { delimiter = ",", encoding = "utf-8" }: SourceEntry,
): MemoryFile | DataProblem {
  const decoded = decode(bytes, encoding);
  // Where it is in no encoding that is known, its header may still say what is wrong.
  const scanned = encoding === "utf-8" || decoded === undefined ? bytes : new TextEncoder().encode(decoded);
  const scanner = new RowScanner(delimiter.charCodeAt(0));
  scanner.push(scanned);
  const map = scanner.end();
  const header = csvColumns(map, delimiter, name);
  if ("problem" in header) return header.problem;
  if (decoded === undefined) return problem("encoding", name);
  const { columns } = header;
  const blanks = columns.length === 1 ? [] : map.blanks;
  const rejected: RejectedRow[] = [];
  const sound: (string | null)[][] = [];
  const isBlank = new Set(blanks);
  let row = 0;
  for (const { cells, wrong, length } of rowsOf(decoded.replace(/\r\n?/g, "\n"), delimiter)) {
    row++;
    if (row === 1 || isBlank.has(row)) continue;
    // Empty cells beyond the last column are what spreadsheets leave behind.
    const filled = Math.max(columns.length, cells.findLastIndex((cell) => cell !== "") + 1);
    const reason = whyRejected(Math.min(cells.length, filled), columns.length, wrong, length);
    if (reason === undefined) sound.push(columns.map((_, index) => cells[index] || null));
    else rejected.push({ row, reason });
  }
  const rows = map.rows - 1 - blanks.length;
  if (rows !== sound.length + rejected.length) return problem("rows-uncertain", name);
  return { name, columns, firstRow: 2, rows, blanks, rejected, binaryFractions: [], cells: sound };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: encoding === "utf-8" }).decode(bytes);
  } catch {
    return undefined;
  }
}

function whyRejected(has: number, due: number, wrong: boolean, length: number): string | undefined {
  if (length > RECORD_LIMIT) return "is longer than 2 million characters";
  if (has !== due) return has < due ? FEWER_CELLS : MORE_CELLS;
  return wrong ? "has text after a closing quotation mark" : undefined;
}

interface Row {
  readonly cells: readonly string[];
  /** Something stands between a closing quotation mark and the end of its cell. */
  readonly wrong: boolean;
  readonly length: number;
}

/** The rows of a text whose lines end in line feeds, cells without their quotation marks. */
function* rowsOf(text: string, delimiter: string): Generator<Row> {
  let at = 0;
  while (at < text.length) {
    const start = at;
    const cells: string[] = [];
    let wrong = false;
    for (;;) {
      const opening = /^ *"/.exec(text.slice(at, at + 100))?.[0];
      if (opening === undefined) {
        const end = endOfCell(text, at, delimiter);
        cells.push(text.slice(at, end));
        at = end;
      } else {
        let cell = "";
        at += opening.length;
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote === -1) return;
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          at++;
        }
        const end = endOfCell(text, at, delimiter);
        wrong ||= /[^ ]/.test(text.slice(at, end));
        cells.push(cell);
        at = end;
      }
      if (text[at] !== delimiter) break;
      at++;
    }
    yield { cells, wrong, length: at - start };
    at++;
  }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n") at++;
  return at;
}
