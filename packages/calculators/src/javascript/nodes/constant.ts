import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";

export const constant: Emitter<NodeOf<"constant">> = {
  helpers: [],
  emit: (node, w) => w.constant(node.value),
  quick: (node, q) => q.constant(Rational.parse(node.value)),
};
