import type { NodeOf } from "@concordat/model";
import { type Phrase, text } from "../document/phrase.js";
import { plainName, thatOne } from "./names.js";

/** "its list size", from the row of the participant in hand; without a field, the participant itself. */
export const attribute = (node: NodeOf<"attribute">): Phrase =>
  node.field === undefined ? thatOne(node.of) : text(`its ${plainName(node.field)}`);
