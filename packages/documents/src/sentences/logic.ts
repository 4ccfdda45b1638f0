import type { NodeOf } from "@concordat/model";
import { joined, type Phrase, say } from "../document/phrase.js";
import type { Reader } from "./reader.js";

/** "A and B", "A or B", "it is not the case that A". */
export function logic(node: NodeOf<"logic">, reader: Reader): Phrase {
  const inner = (id: string): Phrase =>
    reader.node(id).kind === "logic" ? say`(${reader.phrase(id)})` : reader.phrase(id);
  if (node.operator === "not") return say`it is not the case that ${inner(node.operands[0]!)}`;
  return joined(node.operands.map(inner), ` ${node.operator} `);
}
