import type { NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say, text } from "../document/phrase.js";
import { afterThat, type LineInHand, sentence } from "./line.js";
import type { Reader } from "./reader.js";

export const onlyWhen = (node: NodeOf<"only-when">, reader: Reader): Phrase =>
  say`${reader.operand(node.rest)}, but only if ${reader.phrase(node.when)}; otherwise ${otherwise(node, reader)}`;

/** `only when …`: a gate. Where it fails, the steps below it do not apply (rule 6). */
export function onlyWhenLine({ node, it, branch, reader }: LineInHand): Clause[] {
  if (node.kind !== "only-when") return [];
  const moved = it !== undefined && it !== branch.compares;
  const gate = say`the amount goes on only if ${reader.phrase(node.when)}`;
  const failed =
    node.otherwise === undefined
      ? say`Otherwise nothing is paid, and no later step changes that.`
      : say`Otherwise the amount is ${reader.phrase(node.otherwise)}, and no later step changes it.`;
  return [
    clause(
      say`${moved ? afterThat(gate) : sentence(say`an amount is due only if ${reader.phrase(node.when)}`)} ${failed}`,
    ),
  ];
}

const otherwise = (node: NodeOf<"only-when">, reader: Reader): Phrase =>
  node.otherwise === undefined ? text("nothing") : reader.phrase(node.otherwise);
