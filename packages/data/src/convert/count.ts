import { type Expression, matches } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";
import { DIGITS, readWhere } from "./digits.js";

/** How many of something there are: whole, and not negative. */
export const countCell = (cell: Expression): Conversion => ({
  value: readWhere(cell, DIGITS, ",", { type: "whole" }),
  reasons: [
    { when: matches(cell, DIGITS), reason: "is too large" },
    { when: matches(cell, `-${DIGITS}.*`), reason: "is negative, and nothing is counted below 0" },
    { when: matches(cell, String.raw`${DIGITS}\.\d+`), reason: "has decimals, and a count has none" },
  ],
  otherwise: "is not a count; write 12",
});
