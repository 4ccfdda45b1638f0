import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { LIMITED, limitOf, quickLimited, WHOLE_PENCE } from "./limited.js";

const AT_LEAST: Helper = {
  name: "atLeast",
  needs: [LIMITED],
  text: "const atLeast = (amount, limit) => limited(-1, amount, limit);",
};

export const atLeast: Emitter<NodeOf<"at-least">> = {
  helpers: [LIMITED, WHOLE_PENCE, AT_LEAST],
  emit: (node, w) => w.call(AT_LEAST, w.value(node.of), limitOf(w.node(node.limit), w)),
  quick: (node, q) => quickLimited(node, q, (amount, limit) => q.higher(amount, limit)),
};
