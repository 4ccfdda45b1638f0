import type { NodeOf, Unit } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { type Phrase, say } from "../document/phrase.js";
import { coinOf } from "./amount.js";
import type { LineInHand } from "./line.js";
import type { Reader } from "./reader.js";

export const rounded = (node: NodeOf<"rounded">, reader: Reader): Phrase =>
  say`${reader.operand(node.of)}, ${roundingWords(node.to, node.ties, node.unit)}`;

/** `then rounded to …`. */
export function roundedLine({ amount: subject, node, after }: LineInHand): Clause[] {
  if (node.kind !== "rounded") return [];
  return [clause(after(say`${subject} is ${roundingWords(node.to, node.ties, node.unit)}`))];
}

/** "rounded to the nearest penny, halves away from zero"; "rounded to the nearest 0.01%, halves to even". */
export function roundingWords(to: string, ties: "away-from-zero" | "to-even" | "towards-zero", unit: Unit): string {
  const step = coinOf(to, unit);
  switch (ties) {
    case "away-from-zero":
      return `rounded to the nearest ${step}, halves away from zero`;
    case "to-even":
      return `rounded to the nearest ${step}, halves to the even one`;
    case "towards-zero":
      return `rounded towards zero to a whole ${step}`;
  }
}
