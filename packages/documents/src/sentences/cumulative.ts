import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

/** The amount since the start, less what was computed for earlier periods. */
export const cumulative = (node: NodeOf<"cumulative">, reader: Reader): Phrase =>
  say`${reader.phrase(node.of)}, worked out on everything since the start of the term, less what was computed for earlier periods`;
