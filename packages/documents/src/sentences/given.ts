import type { NodeOf } from "@concordat/model";
import { type Phrase, text } from "../document/phrase.js";
import { inputTerm } from "./names.js";
import type { Reader } from "./reader.js";
import { tallyPhrase } from "./tally.js";

/** A figure by its title; a tally as what is counted. */
export function given(node: NodeOf<"given">, { contract }: Reader): Phrase {
  if (node.of === "figure") return inputTerm("figure", node.input, contract);
  const tally = contract.tallies.find(({ name }) => name === node.input);
  return tally ? tallyPhrase(tally, contract) : text(node.input);
}
