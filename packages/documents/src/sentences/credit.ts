import type { NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";
import type { Reader } from "./reader.js";

export const credit = (node: NodeOf<"credit">, reader: Reader): Phrase =>
  say`a credit of ${reader.phrase(node.amount)} if ${reader.phrase(node.when)}`;

/** `credit £5,000 when …`: taken off where the condition holds. */
export function creditLine({ node, reader }: LineInHand): Clause[] {
  const taken = node.kind === "less" ? reader.node(node.take) : node;
  if (taken.kind !== "credit") return [];
  return [
    clause(
      say`If ${reader.phrase(taken.when)}, a credit of ${reader.phrase(taken.amount)} is taken off the amount, but never so that less than nothing is left.`,
    ),
  ];
}
