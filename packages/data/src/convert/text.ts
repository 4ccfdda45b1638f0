import type { Expression } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";

/** Text as it stands. A pseudonym is text too; an empty one is a missing cell. */
export const textCell = (cell: Expression): Conversion => ({ value: cell, reasons: [], otherwise: "cannot be read" });
