import type { FieldType } from "@concordat/model";
import type { Expression } from "../plan/expression.js";
import type { DateFormat } from "../sources/manifest.js";
import { categoryCell } from "./category.js";
import { countCell } from "./count.js";
import { dateCell } from "./date.js";
import { memberCell } from "./member.js";
import { moneyCell } from "./money.js";
import { numberCell } from "./number.js";
import { percentageCell } from "./percentage.js";
import { textCell } from "./text.js";
import { truthCell } from "./truth.js";
import { wholeCell } from "./whole.js";

/** How the text of a cell becomes a value, and why it may not. */
export interface Conversion {
  /** The value of a cell, from its trimmed text; missing where it is none. */
  readonly value: Expression;
  /** Of the value: whether it may be so large, so early, so negative. */
  readonly accepts?: (value: Expression) => Expression;
  /** Why a cell that is not empty has no value: the first that applies, in words that follow "the cell …". */
  readonly reasons: readonly { readonly when: Expression; readonly reason: string }[];
  readonly otherwise: string;
}

/** What cells need to know of the contract and of the file. */
export interface CellContext {
  readonly currency: string;
  readonly dateFormat: DateFormat;
  /** The table that holds the keys of a participant set, in a column called "key". */
  readonly membersTable: (set: string) => string;
}

export function conversionOf(type: FieldType, cell: Expression, context: CellContext): Conversion {
  switch (type.type) {
    case "pseudonym":
    case "text":
      return textCell(cell);
    case "date":
      return dateCell(cell, context.dateFormat);
    case "money":
      return moneyCell(cell, context.currency);
    case "percentage":
      return percentageCell(cell, type.fraction);
    case "truth":
      return truthCell(cell);
    case "category":
      return categoryCell(cell, type.values);
    case "whole":
      return wholeCell(cell, type);
    case "number":
      return numberCell(cell, type);
    case "count":
      return countCell(cell);
    case "member":
      return memberCell(cell, context.membersTable(type.of), type.of);
  }
}
