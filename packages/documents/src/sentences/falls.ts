import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

export const falls = (node: NodeOf<"falls">, reader: Reader): Phrase =>
  say`${reader.phrase(node.date)} is known and falls in the period`;
