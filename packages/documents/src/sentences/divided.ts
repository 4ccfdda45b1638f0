import type { NodeOf } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

export const divided = (node: NodeOf<"divided">, reader: Reader): Phrase =>
  node.written === "as-percentage"
    ? say`${reader.operand(node.top)} as a percentage of ${reader.operand(node.bottom)}`
    : say`${reader.operand(node.top)} divided by ${reader.operand(node.bottom)}`;
