/** A row that was set aside. */
export interface QuarantinedRow {
  /** Relative to the data folder. */
  readonly file: string;
  /** As a spreadsheet numbers it: 1 is the header, so the first row of data is 2. Blank lines count. */
  readonly row: number;
  readonly column?: string;
  /** Never a pseudonym or free text: "(withheld)" stands for those. */
  readonly value?: string;
  readonly reason: string;
}

export const byPlace = (a: QuarantinedRow, b: QuarantinedRow): number =>
  a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1;

export const WITHHELD = "(withheld)";

/** The report as CSV: file, row, column, value, reason. A cell that a spreadsheet could take for a formula is made text. */
export function quarantineCsv(rows: readonly QuarantinedRow[]): string {
  const lines = rows.map((row) =>
    [
      textCell(row.file),
      `${row.row}`,
      textCell(row.column ?? ""),
      textCell(row.value ?? ""),
      textCell(row.reason),
    ].join(","),
  );
  return `${["file,row,column,value,reason", ...lines].join("\r\n")}\r\n`;
}

/** Blanks, a byte order mark and control characters, which spreadsheets skip before they look for a formula. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const SKIPPED = /^[\s\ufeff\u0000-\u001f\u007f-\u009f]+/;

function textCell(text: string): string {
  const risky = /^[=+\-@＝＋－＠]/.test(text.replace(SKIPPED, "")) || /^[\t\r\n]/.test(text);
  return `"${(risky ? `'${text}` : text).replaceAll('"', '""')}"`;
}
