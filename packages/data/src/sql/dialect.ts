import type { ColumnType, Literal } from "../plan/expression.js";

/**
 * What engines write differently. Every text that comes in is SQL already, but for names, literals, patterns and layouts,
 * and every text that goes out can stand as an operand.
 */
export interface Dialect {
  /** The one way in which a name enters SQL. */
  identifier(name: string): string;
  /** The one way in which a value enters SQL. */
  literal(value: Literal): string;
  typeName(type: ColumnType): string;
  /** A query in the place of a table. Two side by side are told apart by a name that nothing else has. */
  asTable(query: string, name: string): string;
  /** The rows of one table for which some row of another makes the condition true, each once. */
  semiJoin(from: string, by: string, where: string): string;
  /** A table of the whole numbers from 1, in one column. */
  numbers(to: number, column: string): string;
  /** What the two values in the middle of those that there are add up to, over the rows that the filter leaves. */
  middleTwo(of: string, filter: string): string;
  /** The smallest value that so many rows in a hundred do not exceed. */
  percentile(of: string, rank: number, filter: string): string;
  /** Without the blanks around it; missing where nothing is left. */
  trimmed(of: string): string;
  lowerCase(of: string): string;
  /** Whether the whole text has the form of a pattern in RE2's syntax. */
  matches(of: string, pattern: string): string;
  without(of: string, characters: string): string;
  /** Missing where the text cannot be read. */
  readAs(of: string, type: ColumnType): string;
  readDate(of: string, layout: string): string;
  days(from: string, to: string): string;
  /** `times` is a whole number, 1 where nothing is said. */
  daysLater(of: string, days: number, times?: string): string;
  monthsLater(of: string, months: number, times?: string): string;
  /** Whole spans of so many months from the first of a month: its year and month, counted in months. */
  spans(of: string, since: number, months: number): string;
  fingerprint(of: readonly string[]): string;
}

/** Blanks that people leave around a value: space, tab, line ends, the no-break space of spreadsheets. */
export const BLANKS = " \t\r\n\u00a0";
