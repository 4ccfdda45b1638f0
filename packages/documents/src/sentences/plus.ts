import type { NodeOf } from "@concordat/model";
import type { Clause } from "../document/document.js";
import { clause } from "../document/document.js";
import { joined, type Phrase, say, wordsIn } from "../document/phrase.js";
import type { LineInHand } from "./line.js";
import type { Reader } from "./reader.js";

export const plus = (node: NodeOf<"plus">, reader: Reader): Phrase => joined(node.terms.map(reader.operand), " plus ");

/** `then plus X`. */
export function plusLine({ amount, node, it, reader, after }: LineInHand): Clause[] {
  const added = node.kind === "plus" ? node.terms.filter((id) => id !== it) : [node.id];
  return [
    clause(
      after(
        say`${joined(added.map(reader.phrase), " and ")} is added${wordsIn(amount) === "the amount" ? "" : say` to ${amount}`}`,
      ),
    ),
  ];
}
