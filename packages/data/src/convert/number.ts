import { all, compare, type Expression, matches } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";
import { DIGITS, NUMBER, readDecimalWhere } from "./digits.js";
import { decimalAtLeast, decimalAtMost } from "./limits.js";

interface Range {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** An exact decimal of up to 18 decimals. */
export function numberCell(cell: Expression, range: Range): Conversion {
  const form = String.raw`-?${DIGITS}(\.\d{1,18})?`;
  const value = readDecimalWhere(cell, form, ",", NUMBER, (read) => read);
  return {
    value,
    accepts: (read) => inRange(read, range),
    reasons: [
      { when: { op: "known", of: value }, reason: outside(range) },
      { when: matches(cell, form), reason: "is too large" },
      { when: matches(cell, String.raw`\(.*\)`), reason: "stands in brackets; write a minus where it is below 0" },
      { when: matches(cell, String.raw`-?${DIGITS}\.\d{19,}`), reason: "has more than 18 decimals" },
    ],
    otherwise: "is not a number; write 12.5",
  };
}

export const inRange = (read: Expression, range: Range): Expression =>
  all([
    ...(range.from === undefined ? [] : [compare(read, ">=", decimalAtLeast(range.from, NUMBER))]),
    ...(range.to === undefined ? [] : [compare(read, "<=", decimalAtMost(range.to, NUMBER))]),
  ]);

/** Words for a value out of its range. */
export function outside(range: Range): string {
  if (range.from !== undefined && range.to !== undefined) return `is not from ${range.from} to ${range.to}`;
  return range.from === undefined ? `is above ${range.to}` : `is below ${range.from}`;
}
