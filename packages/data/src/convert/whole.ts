import { Rational } from "@concordat/model";
import { all, compare, type Expression, matches, whole } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";
import { DIGITS, readWhere } from "./digits.js";
import { ceiling, floor, within } from "./limits.js";
import { outside } from "./number.js";

interface Range {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A whole number, within the range that the contract gives it. */
export function wholeCell(cell: Expression, range: Range): Conversion {
  const form = `-?${DIGITS}`;
  const value = readWhere(cell, form, ",", { type: "whole" });
  return {
    value,
    accepts: (read) => wholeInRange(read, range),
    reasons: [
      { when: { op: "known", of: value }, reason: outside(range) },
      { when: matches(cell, form), reason: "is too large" },
      { when: matches(cell, String.raw`\(.*\)`), reason: "stands in brackets; write a minus where it is below 0" },
      { when: matches(cell, String.raw`-?${DIGITS}\.\d+`), reason: "has decimals, and whole numbers have none" },
    ],
    otherwise: "is not a whole number; write 12",
  };
}

export const wholeInRange = (read: Expression, range: Range): Expression =>
  all([
    ...(range.from === undefined ? [] : [compare(read, ">=", whole(wholeAtLeast(range.from)))]),
    ...(range.to === undefined ? [] : [compare(read, "<=", whole(wholeAtMost(range.to)))]),
  ]);

/** No whole number of a column has more than 19 digits. */
export const wholeAtLeast = (exact: string): bigint => within(ceiling(exact, 0), 19).top;
export const wholeAtMost = (exact: string): bigint => within(floor(exact, 0), 19).top;
export const wholeEqual = (exact: string): bigint | undefined => {
  const value = within(Rational.parse(exact), 19);
  return value.bottom === 1n ? value.top : undefined;
};
