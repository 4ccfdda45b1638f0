import type { NodeOf } from "@concordat/model";
import { type Phrase, say, text } from "../document/phrase.js";
import { plainName, titleOf } from "./names.js";
import type { Reader } from "./reader.js";

/** "the total of list size across every Practice": all rows of a participant set in one value. */
export function across(node: NodeOf<"across">, reader: Reader): Phrase {
  const set = reader.contract.participants.find(({ name }) => name === node.axis);
  const inside = node.within === undefined ? "" : ` in that ${plainName(node.within)}`;
  const every = `${set ? titleOf(set) : plainName(node.axis)}${inside}`;
  const where = node.where === undefined ? text("") : say` for which ${reader.phrase(node.where)}`;
  if (node.how === "count" || node.of === undefined) return say`the number of ${every} rows${where}`;
  const each = reader.node(node.of);
  const what =
    each.kind === "attribute" && each.field !== undefined ? text(plainName(each.field)) : reader.phrase(node.of);
  const of = each.kind === "span" ? " of" : "";
  return say`the ${node.how}${of} ${what} across every ${every}${where}`;
}
