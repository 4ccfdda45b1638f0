import type { NodeOf } from "@concordat/model";
import type { Phrase } from "../document/phrase.js";
import { inputTerm } from "./names.js";
import type { Reader } from "./reader.js";

/** A metric by its title; part 3 of the summary says how it is measured. */
export const metric = (node: NodeOf<"metric">, { contract }: Reader): Phrase =>
  inputTerm("metric", node.metric, contract);
