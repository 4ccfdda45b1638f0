import type { NodeOf } from "@concordat/model";
import { listed, type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

export const higher = (node: NodeOf<"higher">, reader: Reader): Phrase =>
  say`the higher of ${listed(node.operands.map(reader.operand))}`;
