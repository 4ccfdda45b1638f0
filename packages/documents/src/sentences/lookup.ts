import type { NodeOf } from "@concordat/model";
import { type Phrase, say, term, text } from "../document/phrase.js";
import { anchor, plainName, titleOf } from "./names.js";
import type { Reader } from "./reader.js";

/** "the max share for its track", a cell of a table. */
export function lookup(node: NodeOf<"lookup">, reader: Reader): Phrase {
  const table = reader.contract.tables.find(({ name }) => name === node.table);
  if (!table) return text(plainName(node.column));
  const to = anchor("table", table.name);
  const only = table.columns.length === 1 && table.columns[0]!.name === table.name;
  const cell = only ? term(titleOf(table), to) : say`the ${term(plainName(node.column), to)}`;
  const terms = say`${cell} for ${reader.phrase(node.key)}`;
  if (node.at !== undefined) return say`${terms}, as it stands on ${dayOf(node.at, reader)}`;
  return node.later ? say`${terms}, as it stands on the first day of the period` : terms;
}

/** "its day “agreed”" where a field of the row in hand holds it; otherwise the date as it is written. */
export function dayOf(id: string, reader: Reader): Phrase {
  const node = reader.node(id);
  return node.kind === "attribute" && node.field !== undefined
    ? say`its day “${plainName(node.field)}”`
    : reader.phrase(id);
}
