import type { NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";
import type { Reader } from "./reader.js";

export const compares = (node: NodeOf<"compares">, reader: Reader): Phrase =>
  say`the amount by which ${reader.phrase(node.actual)} is ${node.side} ${reader.phrase(node.expected)} (nothing where it is not)`;

/** `compares A with B`, on one side. */
export function comparesLine({ branch, reader }: LineInHand): Clause[] {
  const node = branch.compares === undefined ? undefined : reader.node(branch.compares);
  return node?.kind === "compares" ? [clause(difference(node, reader))] : [];
}

/** "The difference is Target cost less Actual cost." */
export const difference = (node: NodeOf<"compares">, reader: Reader): Phrase =>
  say`The difference is ${gapWords(node, reader)}.`;

/** "Target cost less Actual cost", the larger first. */
export function gapWords(node: NodeOf<"compares">, reader: Reader): Phrase {
  const [large, small] = node.side === "below" ? [node.expected, node.actual] : [node.actual, node.expected];
  return say`${reader.operand(large)} less ${reader.operand(small)}`;
}
