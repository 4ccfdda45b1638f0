import type { NodeOf } from "@concordat/model";
import { listed, type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

export const lower = (node: NodeOf<"lower">, reader: Reader): Phrase =>
  say`the lower of ${listed(node.operands.map(reader.operand))}`;
