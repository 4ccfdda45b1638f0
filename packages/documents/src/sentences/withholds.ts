import type { NodeOf } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import type { LineInHand } from "./line.js";
import { fixedNumber } from "./look-through.js";
import { weightItem } from "./pool.js";
import type { Reader } from "./reader.js";

export const withholds = (node: NodeOf<"withholds">, reader: Reader): Phrase =>
  say`what is not earned back of the ${reader.operand(node.withheld)} withheld`;

/** `withholds …` with its `weight` lines: taken off, and earned back in parts. */
export function withholdsLine({ node, reader }: LineInHand): Clause[] {
  const taken = node.kind === "less" ? reader.node(node.take) : node;
  const back = taken.kind === "withholds" ? reader.node(taken.back) : undefined;
  if (taken.kind !== "withholds" || back?.kind !== "pool") return [];
  const whole = fixedNumber(taken.withheld, reader);
  const { unit } = reader.node(taken.withheld);
  return [
    clause(say`From that, ${reader.phrase(taken.withheld)} is withheld.`),
    clause(
      say`What is withheld is earned back in the following parts; what is not earned back is not paid.`,
      back.weights.map((weight) => weightItem(weight, whole, unit, reader)),
    ),
  ];
}
