import type { FieldType } from "@concordat/model";
import type { CellContext } from "../convert/conversion.js";
import type { Cell } from "../engine/session.js";
import type { Column } from "../plan/relation.js";
import type { RowRules } from "../quality/rules.js";
import type { PreparedFile, TableFile } from "./prepared.js";

/** A column to be read: the contract's name for it and the file's. */
export interface LoadField {
  readonly name: string;
  readonly header: string;
  readonly type: FieldType;
  readonly mayBeMissing: boolean;
  /** The cell may be shown although it is text: it is the source's own label, not a person's. */
  readonly isLabel?: boolean;
}

export interface LoadOrder<File extends TableFile = PreparedFile> {
  /** The source's name in the contract; its table is called after it. */
  readonly name: string;
  readonly files: readonly File[];
  readonly fields: readonly LoadField[];
  readonly context: CellContext;
  /** Columns that are worked out from the fields, as periods from dates. */
  readonly derived: readonly Column[];
  /** What must hold of its rows beyond their cells; nothing where nobody says more. */
  readonly rules?: RowRules;
  /** What people call the source. */
  readonly shown?: string;
  /** How many rows may still be listed one by one; all are counted. */
  readonly details: number;
}

/** Where a row of the source's table stands: its file, and its number there. */
export type Locate = (row: Cell) => { file: string; row: number };

/** What is said of a file in which a column is missing. */
export const shownOf = (file: TableFile, fields: readonly LoadField[]) => ({
  has: namesShown(file, fields),
  names: file.columns.length,
  cells: file.cellsBelow ?? file.columns.length,
});

/** The names in a file's first row; none where it has none of those that are looked for, and may be a row of data. */
export const namesShown = ({ columns }: Pick<TableFile, "columns">, fields: readonly LoadField[]): readonly string[] =>
  fields.some(({ header }) => columns.includes(header)) ? columns : [];
