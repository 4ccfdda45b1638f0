import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { LIMITED, limitOf, quickLimited, WHOLE_PENCE } from "./limited.js";

const AT_MOST: Helper = {
  name: "atMost",
  needs: [LIMITED],
  text: "const atMost = (amount, limit) => limited(1, amount, limit);",
};

export const atMost: Emitter<NodeOf<"at-most">> = {
  helpers: [LIMITED, WHOLE_PENCE, AT_MOST],
  emit: (node, w) => w.call(AT_MOST, w.value(node.of), limitOf(w.node(node.limit), w)),
  quick: (node, q) => quickLimited(node, q, (amount, limit) => q.lower(amount, limit)),
};
