import { type ColumnType, type Expression, matches } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";
import { DIGITS, NUMBER, readDecimalWhere } from "./digits.js";

export const HUNDREDTH: Expression = {
  op: "literal",
  value: { type: "decimal", text: "0.01", digits: 3, scale: 2 },
};

/** A percentage before the point moves. */
export const PERCENT: ColumnType = { type: "decimal", digits: 30, scale: 16 };

/** 12.5 or 12.5% is the ratio 0.125; where the contract says fraction, 0.125 is. Exact: the point moves, nothing divides. */
export function percentageCell(cell: Expression, fraction: boolean): Conversion {
  const form = fraction ? String.raw`-?${DIGITS}(\.\d{1,18})?` : String.raw`-?${DIGITS}(\.\d{1,16})? ?%?`;
  const asRatio = (percent: Expression): Expression => ({ op: "times", left: percent, right: HUNDREDTH });
  return {
    value: fraction
      ? readDecimalWhere(cell, form, ",", NUMBER, (read) => read)
      : readDecimalWhere(cell, form, ", %", PERCENT, asRatio),
    reasons: [
      { when: matches(cell, form), reason: "is too large" },
      ...(fraction ? [{ when: matches(cell, ".*%"), reason: "has a percent sign; write 0.125 for 12.5%" }] : []),
      { when: matches(cell, String.raw`-?${DIGITS}\.\d{17,} ?%?`), reason: "has too many decimals" },
    ],
    otherwise: fraction ? "is not a fraction; write 0.125 for 12.5%" : "is not a percentage; write 12.5 or 12.5%",
  };
}
