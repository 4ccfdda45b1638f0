import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { EXTREME, quickExtreme } from "./extreme.js";

const LOWER: Helper = {
  name: "lower",
  needs: [EXTREME],
  text: "const lower = (...values) => extreme(-1, values);",
};

export const lower: Emitter<NodeOf<"lower">> = {
  helpers: [EXTREME, LOWER],
  emit: (node, w) => w.call(LOWER, ...node.operands.map((operand) => w.value(operand))),
  quick: (node, q) => quickExtreme(node.operands, q, (a, b) => q.lower(a, b)),
};
