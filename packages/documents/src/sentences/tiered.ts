import type { ContractNode, NodeOf } from "@concordat/model";
import { type Clause, clause, item } from "../document/document.js";
import { joined, type Phrase, say, text } from "../document/phrase.js";
import { comparisonWords } from "./condition.js";
import type { LineInHand } from "./line.js";
import { lookThrough } from "./look-through.js";
import type { Reader } from "./reader.js";
import { place } from "./scaled.js";

export const tiered = (node: NodeOf<"tiered">, reader: Reader): Phrase =>
  say`the one of these that applies${node.x ? say` to ${reader.phrase(node.x)}` : text("")}: ${joined(tierItems(node, reader, reader.phrase), "; ")}`;

/** `then tiered …`: the amount becomes the value of the one row that applies, or is multiplied by it. */
export function tieredLine({ amount, node, it, reader, after }: LineInHand): Clause[] {
  const shape = node.kind === "times" ? lookThrough(node.left === it ? node.right : node.left, reader) : node;
  if (shape.kind !== "tiered") return [];
  const how = node.kind === "times" ? "is multiplied by" : "becomes";
  const on = shape.x ? say`, depending on ${reader.phrase(shape.x)}` : text("");
  return [
    clause(
      after(say`${amount} ${how} the whole of one of these values${on}`),
      tierItems(shape, reader, reader.phrase).map((row) => item(row)),
    ),
  ];
}

/** "half of it when the value is at least 12% and is below 13.5%", one for each row, the remainder last. */
export function tierItems(node: NodeOf<"tiered">, reader: Reader, value: (id: string) => Phrase): Phrase[] {
  const rows = node.rows.map(
    (row) => say`${value(row.value)} when ${tierTest(lookThrough(row.when, reader), node.x, reader)}`,
  );
  return node.otherwise === undefined ? rows : [...rows, say`otherwise ${value(node.otherwise)}`];
}

/** A row's test, its subject said as "the value" where the whole shape is about one value. */
function tierTest(test: ContractNode, x: string | undefined, reader: Reader): Phrase {
  if (x === undefined) return reader.phrase(test.id);
  if (test.kind === "logic" && test.operator === "and") {
    const parts = test.operands.map((id) => partialTest(lookThrough(id, reader), x, reader));
    if (parts.every((words) => words !== undefined)) return say`the value ${joined(parts, " and ")}`;
  }
  const only = partialTest(test, x, reader);
  return only ? say`the value ${only}` : reader.phrase(test.id);
}

/** "is at least 12%", where the test is about `x`. */
function partialTest(test: ContractNode, x: string, reader: Reader): Phrase | undefined {
  if (test.kind !== "test" || lookThrough(test.left, reader).id !== lookThrough(x, reader).id) return undefined;
  return say`${comparisonWords(test.comparison, false)} ${place(test.right, x, reader)}`;
}
