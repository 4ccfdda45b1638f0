/**
 * What can be said of a row, whatever engine works it out. There is no binary floating point among the types, and no
 * operator that could make any (rule 2). A comparison with a missing cell is neither true nor false.
 */
export type Expression =
  | { readonly op: "column"; readonly name: string }
  | { readonly op: "literal"; readonly value: Literal }
  | { readonly op: "compare"; readonly comparison: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly op: "and" | "or"; readonly of: readonly Expression[] }
  /** Trimmed, a text of blanks is missing; an empty one is no cell that there is. */
  | { readonly op: "not" | "missing" | "known" | "trimmed" | "lower-case"; readonly of: Expression }
  | { readonly op: "choose"; readonly cases: readonly Case[]; readonly otherwise?: Expression }
  /** The whole text has the form of the pattern (RE2 syntax). */
  | { readonly op: "matches"; readonly of: Expression; readonly pattern: string }
  /** The text without any of these characters. */
  | { readonly op: "without"; readonly of: Expression; readonly characters: string }
  /** Missing where the text cannot be read as the type. */
  | { readonly op: "read-as"; readonly of: Expression; readonly type: ColumnType }
  /** Missing where the calendar has no such date. */
  | { readonly op: "read-date"; readonly of: Expression; readonly layout: string }
  | { readonly op: "as"; readonly of: Expression; readonly type: ColumnType }
  /** Decimal times decimal, exact: scales add. */
  | { readonly op: "times"; readonly left: Expression; readonly right: Expression }
  /** Whole less whole. */
  | { readonly op: "less"; readonly left: Expression; readonly right: Expression }
  /** Whole days from one date to another; below 0 where it lies before. */
  | { readonly op: "days"; readonly from: Expression; readonly to: Expression }
  /** A date, so many days or calendar months on, that many times; the last day of a month that is too short. */
  | { readonly op: "later"; readonly of: Expression; readonly days: number; readonly times?: Expression }
  | { readonly op: "later"; readonly of: Expression; readonly months: number; readonly times?: Expression }
  /** How many whole spans of so many calendar months lie before the date, from a first day of a month that is not after it. */
  | { readonly op: "spans"; readonly of: Expression; readonly from: string; readonly months: number }
  | { readonly op: "among"; readonly of: Expression; readonly table: string; readonly column: string }
  /** 128 bits that tell apart any two lists of cells that are not equal. */
  | { readonly op: "fingerprint"; readonly of: readonly Expression[] };

export interface Case {
  readonly when: Expression;
  readonly gives: Expression;
}

export type Operator = "=" | "<>" | ">=" | "<=" | ">" | "<";

export type ColumnType =
  | { readonly type: "text" | "date" | "truth" | "whole" }
  | { readonly type: "decimal"; readonly digits: number; readonly scale: number };

export type Literal =
  | { readonly type: "text" | "date"; readonly text: string }
  | { readonly type: "whole"; readonly number: bigint }
  | { readonly type: "truth"; readonly truth: boolean }
  | { readonly type: "decimal"; readonly text: string; readonly digits: number; readonly scale: number }
  | { readonly type: "nothing" };

export const column = (name: string): Expression => ({ op: "column", name });
export const text = (value: string): Expression => ({ op: "literal", value: { type: "text", text: value } });
export const date = (value: string): Expression => ({ op: "literal", value: { type: "date", text: value } });
export const whole = (value: bigint | number): Expression => ({
  op: "literal",
  value: { type: "whole", number: BigInt(value) },
});
export const truth = (value: boolean): Expression => ({ op: "literal", value: { type: "truth", truth: value } });
export const nothing: Expression = { op: "literal", value: { type: "nothing" } };

export const compare = (left: Expression, comparison: Operator, right: Expression): Expression => ({
  op: "compare",
  comparison,
  left,
  right,
});
export const all = (of: readonly Expression[]): Expression => ({ op: "and", of });
export const any = (of: readonly Expression[]): Expression => ({ op: "or", of });
export const known = (of: Expression): Expression => ({ op: "known", of });
export const missing = (of: Expression): Expression => ({ op: "missing", of });
export const matches = (of: Expression, pattern: string): Expression => ({ op: "matches", of, pattern });
export const onlyWhere = (when: Expression, gives: Expression): Expression => ({
  op: "choose",
  cases: [{ when, gives }],
});
