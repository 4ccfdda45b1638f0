import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

/** A shorter period's value read over a longer one: added, averaged, or the latest. */
export function span(node: NodeOf<"span">, reader: Reader): Phrase {
  const of = reader.phrase(node.of);
  switch (node.how) {
    case "add":
      return say`${of} (its ${plural(node.each)} added together)`;
    case "average":
      return say`the average of ${of} over the ${plural(node.each)}`;
    case "latest":
      return say`${of} in the latest ${node.each}`;
  }
}
const plural = (kind: string): string => `${kind}s`;
