import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

export const divided = (node: NodeOf<"divided">, reader: Reader): Phrase =>
  say`${reader.operand(node.top)} divided by ${reader.operand(node.bottom)}`;
