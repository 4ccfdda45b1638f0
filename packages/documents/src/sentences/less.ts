import type { NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";
import type { Reader } from "./reader.js";

export const less = (node: NodeOf<"less">, reader: Reader): Phrase =>
  say`${reader.operand(node.from)} less ${reader.operand(node.take)}${node.floor ? " (never below nothing)" : ""}`;

/** `then less X`. */
export function lessLine({ amount, node, reader, after }: LineInHand): Clause[] {
  if (node.kind !== "less") return [clause(after(say`the amount is ${reader.phrase(node.id)}`))];
  const floor = node.floor ? ", but never so that less than nothing is left" : "";
  return [clause(after(say`${reader.phrase(node.take)} is taken from ${amount}${floor}`))];
}
