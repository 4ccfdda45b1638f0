import { any, compare, type Expression, text, truth } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";

const YES = ["yes", "true", "1", "y"];
const NO = ["no", "false", "0", "n"];

/** yes/no, true/false, 1/0 or y/n, in capitals or not. */
export function truthCell(cell: Expression): Conversion {
  const lower: Expression = { op: "lower-case", of: cell };
  const oneOf = (words: string[]) => any(words.map((word) => compare(lower, "=", text(word))));
  return {
    value: {
      op: "choose",
      cases: [
        { when: oneOf(YES), gives: truth(true) },
        { when: oneOf(NO), gives: truth(false) },
      ],
    },
    reasons: [],
    otherwise: "is neither yes nor no; write yes, no, true, false, 1 or 0",
  };
}
