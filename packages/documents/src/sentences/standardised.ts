import { groupDigits, type NodeOf } from "@concordat/model";
import { type Phrase, say, text } from "../document/phrase.js";
import { plainName } from "./names.js";
import type { Reader } from "./reader.js";

/** The rate of each stratum, weighted by the standard population. */
export function standardised(node: NodeOf<"standardised">, reader: Reader): Phrase {
  const rate = reader.node(node.of);
  const axis = plainName(node.axis);
  const of =
    rate.kind === "divided"
      ? say`${reader.phrase(rate.top)} divided by ${reader.phrase(rate.bottom)}`
      : reader.phrase(node.of);
  const per =
    rate.unit.kind === "quantity" && rate.unit.per ? `, stated for every ${groupDigits(rate.unit.per)} of these` : "";
  const weights = node.weights.map(({ key, weight }) => `${plainName(key)} ${groupDigits(weight)}`).join(", ");
  return say`the directly standardised rate by ${axis}: for each ${axis}, ${of}${text(per)}; each of these rates multiplied by its weight in the standard population (${text(weights)}), added up, and divided by the sum of the weights (where one ${axis} has no rate, it is not reported)`;
}
