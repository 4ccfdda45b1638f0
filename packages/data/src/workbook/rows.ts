import type { DateFormat } from "../sources/manifest.js";
import { Archive, type Attributes } from "./archive.js";
import { type CellSetting, cellText } from "./cell-text.js";
import type { Shown } from "./number-format.js";
import { findSheet, readStrings, readStyles } from "./parts.js";

/** A row of a sheet that has cells: its number, as the spreadsheet shows it, and its cells by their columns. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly (string | undefined)[];
}

const MOST_COLUMNS = 16_384;

/** The rows of a sheet of a workbook, in order, as text. Memory grows with the texts that cells share, not with rows. */
export async function* sheetRows(
  path: string,
  { sheet, dateFormat }: { sheet: string | undefined; dateFormat: DateFormat },
): AsyncGenerator<SheetRow> {
  const archive = await Archive.open(path);
  try {
    const { part, from1904 } = await findSheet(archive, sheet);
    const reader = new RowReader(await readStyles(archive), {
      strings: await readStrings(archive),
      from1904,
      dateFormat,
    });
    yield* archive.elements(part, "sheet", reader, () => reader.take());
  } finally {
    archive.close();
  }
}

class RowReader {
  private rows: SheetRow[] = [];
  private number = 0;
  private cells: (string | undefined)[] = [];
  private column = -1;
  private cell = { kind: "", text: "", shown: "number" as Shown, formula: false };
  private inText = false;

  constructor(
    private readonly styles: readonly Shown[],
    private readonly setting: CellSetting,
  ) {}

  take(): SheetRow[] {
    const found = this.rows;
    this.rows = [];
    return found;
  }

  open(tag: string, { r, t, s }: Attributes): void {
    if (tag === "row") {
      this.number = r === undefined ? this.number + 1 : Number(r);
      this.cells = [];
      this.column = -1;
    } else if (tag === "c") {
      this.column = r === undefined ? this.column + 1 : columnOf(r);
      this.cell = { kind: t ?? "n", text: "", shown: this.styles[Number(s ?? 0)] ?? "number", formula: false };
    } else if (tag === "f") this.cell.formula = true;
    else if (tag === "v" || tag === "t") this.inText = true;
  }

  close(tag: string): void {
    if (tag === "v" || tag === "t") this.inText = false;
    else if (tag === "c" && this.column < MOST_COLUMNS) this.cells[this.column] = cellText(this.cell, this.setting);
    else if (tag === "row") this.rows.push({ number: this.number, cells: this.cells });
  }

  text(text: string): void {
    if (this.inText) this.cell.text += text;
  }
}

/** 0 for A, 26 for AA. */
const columnOf = (reference: string): number =>
  [...(/^[A-Z]+/.exec(reference)?.[0] ?? "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
