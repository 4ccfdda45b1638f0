const [QUOTE, LF, CR, SPACE] = [0x22, 0x0a, 0x0d, 0x20];
/** Longer than any header that people write; what passes it is not a table. */
export const HEADER_LIMIT = 1_000_000;
const ROW_LIMIT = 2_000_000;

/** Where the rows of a file stand. Rows count from 1, the header; a blank line is a row of its own, as in a spreadsheet. */
export interface RowMap {
  /** The first row's bytes, without its line end. */
  readonly header: Uint8Array;
  readonly headerTooLong: boolean;
  /** All rows, the header and blank lines among them. */
  readonly rows: number;
  readonly blanks: readonly number[];
  /** How many cells stand in the row below the header; 0 where there is none. */
  readonly cellsBelow: number;
  /** Which line end the file uses; "mixed" also for line ends of no system in use. */
  readonly newline: "\n" | "\r\n" | "mixed";
  /** The first row of over two million bytes: not each of them can the engine tell from those around it. */
  readonly tooLong?: number;
  /** The row in which a quotation mark opens that is never closed. */
  readonly unclosed?: number;
}

type State = "field starts" | "plain" | "quoted" | "quote in quoted";

/**
 * Finds the rows of a CSV file (RFC 4180) byte by byte as it streams past. It is a second opinion on the engine's
 * reader: both must come to the same number of rows, so that no row can be lost between them.
 */
export class RowScanner {
  private readonly header: Uint8Array[] = [];
  private headerLength = 0;
  private delimitersBelow = 0;
  private rows = 0;
  private readonly blanks: number[] = [];
  private state: State = "field starts";
  private rowIsEmpty = true;
  private previousIsCr = false;
  private started = false;
  private openedIn = 0;
  private tooLong: number | undefined;
  /** Bytes before this chunk, and before this row. */
  private passed = 0;
  private rowStarts = 0;
  private ends = { lf: 0, crlf: 0, cr: 0 };

  constructor(private readonly delimiter: number) {}

  push(chunk: Uint8Array): void {
    let from = 0;
    if (!this.started && chunk.length > 0) {
      this.started = true;
      if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) from = 3;
    }
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.state === "quoted") {
        if (byte === QUOTE) this.state = "quote in quoted";
        else {
          const quote = chunk.indexOf(QUOTE, at);
          at = (quote === -1 ? chunk.length : quote) - 1;
        }
        continue;
      }
      if (byte === LF) {
        if (this.previousIsCr) this.ends.crlf++;
        else this.ends.lf++;
        this.previousIsCr = false;
        if (this.rows === 0) this.keepHeader(chunk.subarray(from, at));
        this.endRow(this.passed + at);
        continue;
      }
      if (this.previousIsCr) this.strayCr();
      if (byte === CR) {
        this.previousIsCr = true;
        continue;
      }
      this.rowIsEmpty = false;
      if (byte === this.delimiter) {
        this.state = "field starts";
        if (this.rows === 1) this.delimitersBelow++;
      } else if (byte === QUOTE && this.state !== "plain") {
        if (this.state === "field starts") this.openedIn = this.rows + 1;
        this.state = "quoted";
      } else if (byte !== SPACE || this.state !== "field starts") this.state = "plain";
    }
    if (this.rows === 0) this.keepHeader(chunk.subarray(from));
    this.passed += chunk.length;
  }

  end(): RowMap {
    if (this.previousIsCr) this.strayCr();
    const unclosed = this.state === "quoted" ? { unclosed: this.openedIn } : {};
    if (!this.rowIsEmpty || this.state === "quoted") {
      this.rows++;
      this.measure(this.passed);
    }
    const { lf, crlf, cr } = this.ends;
    return {
      header: joined(this.header),
      cellsBelow: this.rows > 1 ? this.delimitersBelow + 1 : 0,
      headerTooLong: this.headerTooLong,
      rows: this.rows,
      blanks: this.blanks,
      newline: cr > 0 || (lf > 0 && crlf > 0) ? "mixed" : crlf > 0 ? "\r\n" : "\n",
      ...unclosed,
      ...(this.tooLong === undefined ? {} : { tooLong: this.tooLong }),
    };
  }

  /** How many rows have ended. */
  get seen(): number {
    return this.rows;
  }

  get headerTooLong(): boolean {
    return this.headerLength > HEADER_LIMIT;
  }

  private endRow(at: number): void {
    this.rows++;
    this.measure(at);
    if (this.rowIsEmpty) this.blanks.push(this.rows);
    this.rowIsEmpty = true;
    this.state = "field starts";
  }

  private measure(end: number): void {
    if (end - this.rowStarts > ROW_LIMIT) this.tooLong ??= this.rows;
    this.rowStarts = end + 1;
  }

  /** A carriage return that no line feed follows: old files end their lines so. */
  private strayCr(): void {
    this.ends.cr++;
    this.previousIsCr = false;
  }

  private keepHeader(bytes: Uint8Array): void {
    // In a file whose lines end in a lone carriage return, the first row has ended all the same.
    if (this.ends.cr > 0 && this.headerLength > 0) return;
    this.headerLength += bytes.length;
    if (!this.headerTooLong) this.header.push(Uint8Array.from(bytes));
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
