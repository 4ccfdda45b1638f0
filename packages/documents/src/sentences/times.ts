import type { NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";
import { fixedNumber } from "./look-through.js";
import { definedName } from "./names.js";
import type { Reader } from "./reader.js";

/** "2% of Target cost"; a part that is not a fixed number is said as a product, so that no "of" follows another. */
export const times = (node: NodeOf<"times">, reader: Reader): Phrase =>
  node.written === "for-each"
    ? say`${reader.operand(node.left)} for each of ${counted(node.right, reader)}`
    : node.written === "in-points"
      ? points(node, reader)
      : product(node, reader);

/** "the days by which Bed days is below 6,000 days": a sentence of its own ends the line, and needs no brackets. */
function counted(id: string, reader: Reader): Phrase {
  const node = reader.node(id);
  if (node.kind === "times" && node.written === "in-points") return reader.phrase(id);
  if (node.kind !== "compares" || definedName(node, reader.contract) !== undefined) return reader.operand(id);
  const things = node.unit.kind === "quantity" ? Object.keys(node.unit.dims) : [];
  return things.length === 1
    ? say`the ${things[0]!} by which ${reader.phrase(node.actual)} is ${node.side} ${reader.phrase(node.expected)} (none where it is not)`
    : reader.operand(id);
}

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
