import { compare, type Expression, text } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";

/** One of the values that the contract lists, in capitals or not. */
export function categoryCell(cell: Expression, values: readonly string[]): Conversion {
  const lower: Expression = { op: "lower-case", of: cell };
  return {
    value: {
      op: "choose",
      cases: values.map((value) => ({ when: compare(lower, "=", text(value.toLowerCase())), gives: text(value) })),
    },
    reasons: [],
    otherwise: `is not one of ${values.slice(0, 12).join(", ")}${values.length > 12 ? ", …" : ""}`,
  };
}
