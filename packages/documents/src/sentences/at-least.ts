import type { NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import { wholeLimit } from "./at-most.js";
import type { LineInHand } from "./line.js";
import type { Reader } from "./reader.js";

export const atLeast = (node: NodeOf<"at-least">, reader: Reader): Phrase =>
  say`${reader.operand(node.of)}, but at least ${reader.phrase(node.limit)}`;

/** `then at least …`: a floor under the amount so far. */
export function atLeastLine({ amount: subject, node, reader, after }: LineInHand): Clause[] {
  if (node.kind !== "at-least") return [];
  return [
    clause(
      after(say`${subject} has a floor: it is at least ${reader.phrase(node.limit)}${wholeLimit(node.limit, reader)}`),
    ),
  ];
}
