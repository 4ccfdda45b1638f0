import { currencyOf, type NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";
import { fixedNumber } from "./look-through.js";
import type { Reader } from "./reader.js";

export const atMost = (node: NodeOf<"at-most">, reader: Reader): Phrase =>
  say`${reader.operand(node.of)}, but at most ${reader.phrase(node.limit)}${node.over ? (node.over.span === "term" ? " over the term" : ` in each ${node.over.span}`) : ""}`;

/** `then at most …`: a cap on the amount so far. */
export function atMostLine({ amount: subject, node, reader, after }: LineInHand): Clause[] {
  if (node.kind !== "at-most") return [];
  return [
    clause(
      after(
        say`${subject} is capped: ${whole(node)} is at most ${reader.phrase(node.limit)}${wholeLimit(node.limit, reader)}, and anything above that is not paid`,
      ),
    ),
  ];
}

/** A cap over a longer span counts what this line let through before, to the penny. */
function whole({ over }: NodeOf<"at-most">): string {
  if (!over) return "it";
  const span = over.span === "term" ? "of the term" : `of the same ${over.span}`;
  return `it, together with what this line let through in the earlier periods ${span} (each to the penny),`;
}

/** A limit that data decides may not be whole pence: it is rounded towards zero before it is used (rule 7). */
export function wholeLimit(limit: string, reader: Reader): string {
  if (!currencyOf(reader.node(limit).unit) || fixedNumber(limit, reader)) return "";
  return ` (itself rounded down to a whole ${reader.penny})`;
}
