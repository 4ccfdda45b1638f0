import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import { comparisonWords } from "./condition.js";
import type { Reader } from "./reader.js";

/** "Quality is at least 85%". The exact value is tested, never a rounded one. */
export function test(node: NodeOf<"test">, reader: Reader): Phrase {
  const right = reader.node(node.right);
  if (right.kind === "constant" && right.unit.kind === "truth" && node.comparison === "is") {
    return right.value === "true" ? reader.phrase(node.left) : say`not (${reader.phrase(node.left)})`;
  }
  return say`${reader.phrase(node.left)} ${comparisonWords(node.comparison, right.unit.kind === "date")} ${reader.phrase(node.right)}`;
}
