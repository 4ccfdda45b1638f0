import { type Expression, onlyWhere } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";

/** A participant, by its key. */
export const memberCell = (cell: Expression, table: string, set: string): Conversion => ({
  value: onlyWhere({ op: "among", of: cell, table, column: "key" }, cell),
  reasons: [],
  otherwise: `is not the key of any ${set} in the contract`,
});
