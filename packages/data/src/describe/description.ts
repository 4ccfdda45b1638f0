import type { FieldType } from "@concordat/model";

/** A count; or, where it is not shown, that it is not. */
export type ShownCount = number | "not shown";

/** What stands in a column of the rows that can be used. */
export interface ColumnDescription {
  readonly column: string;
  readonly type: FieldType["type"];
  /** Cells that hold something, and cells that hold nothing. */
  readonly filled: ShownCount;
  readonly missing: ShownCount;
  /** Rows set aside of which this was the first wrong cell, among those that are listed. */
  readonly wrong: ShownCount;
  /** How many different persons, for a pseudonym. Which, is never told. */
  readonly different?: ShownCount;
  /** Of numbers and dates, as the contract writes them; absent where a single person's value would be told. */
  readonly lowest?: string;
  readonly highest?: string;
  /** Of coded values: how many rows have each, the most frequent first. */
  readonly frequent?: readonly { readonly value: string; readonly rows: ShownCount }[];
  /** How many further values there are. */
  readonly further?: number;
}

/** A table as it was read. */
export interface TableDescription {
  readonly name: string;
  readonly file: string;
  readonly role: "figures" | "records";
  readonly read: ShownCount;
  readonly used: ShownCount;
  readonly quarantined: ShownCount;
  readonly columns: readonly ColumnDescription[];
  /** Rows of records, or values of figures, in each period of the contract, from the first with any to the last. */
  readonly periods: readonly { readonly period: string; readonly count: ShownCount }[];
}

export interface DataDescription {
  readonly tables: readonly TableDescription[];
  /** Counts from 1 to one less than this are not shown; absent where all are. */
  readonly suppressBelow?: number;
}
