import type { NodeOf } from "@concordat/model";
import { type Phrase, say, term } from "../document/phrase.js";
import { anchor, titleOf } from "./names.js";

/** "Advance still owed (before anything is taken in the period)". */
export function balance(node: NodeOf<"balance">): Phrase {
  const name = term(titleOf({ name: node.balance, title: node.title }), anchor("balance", node.balance));
  return node.reads === "before"
    ? say`${name} (before anything is taken in the period)`
    : say`${name} (as the period ends)`;
}
