import type { NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";
import { fixedNumber } from "./look-through.js";
import type { Reader } from "./reader.js";

/** "2% of Target cost"; a part that is not a fixed number is said as a product, so that no "of" follows another. */
export const times = (node: NodeOf<"times">, reader: Reader): Phrase =>
  node.written === "for-each"
    ? say`${reader.operand(node.left)} for each of ${reader.operand(node.right)}`
    : node.written === "in-points"
      ? points(node, reader)
      : product(node, reader);

/** "the percentage points by which Experience is above 80%". */
function points({ left }: NodeOf<"times">, reader: Reader): Phrase {
  const part = reader.node(left);
  if (part.kind !== "compares") return say`${reader.operand(left)} in percentage points`;
  return say`the percentage points by which ${reader.phrase(part.actual)} is ${part.side} ${reader.phrase(part.expected)} (none where it is not)`;
}

const product = (node: NodeOf<"times">, reader: Reader): Phrase =>
  node.written === "of" && fixedNumber(node.left, reader)
    ? say`${reader.operand(node.left)} of ${reader.operand(node.right)}`
    : say`${reader.operand(node.left)} times ${reader.operand(node.right)}`;

/** `then times X`. */
export function timesLine({ amount: subject, node, it, reader, after }: LineInHand): Clause[] {
  if (node.kind !== "times") return [clause(after(say`the amount is ${reader.phrase(node.id)}`))];
  const factor = node.left === it ? node.right : node.left;
  return [
    clause(
      after(
        say`${subject} is multiplied by ${reader.node(factor).kind === "times" ? reader.phrase(factor) : reader.operand(factor)}`,
      ),
    ),
  ];
}
