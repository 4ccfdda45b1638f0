import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

/** A shorter period's value over a longer one. Added up it keeps its name: what is reported says that it adds up. */
export function span(node: NodeOf<"span">, reader: Reader): Phrase {
  const of = reader.phrase(node.of);
  switch (node.how) {
    case "add":
      return of;
    case "average":
      return say`the average of ${of} over the ${plural(node.each)}`;
    case "latest":
      return say`${of} in the latest ${node.each}`;
  }
}
const plural = (kind: string): string => `${kind}s`;
