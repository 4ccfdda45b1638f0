import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { EXTREME, quickExtreme } from "./extreme.js";

const HIGHER: Helper = {
  name: "higher",
  needs: [EXTREME],
  text: "const higher = (...values) => extreme(1, values);",
};

export const higher: Emitter<NodeOf<"higher">> = {
  helpers: [EXTREME, HIGHER],
  emit: (node, w) => w.call(HIGHER, ...node.operands.map((operand) => w.value(operand))),
  quick: (node, q) => quickExtreme(node.operands, q, (a, b) => q.higher(a, b)),
};
