import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { WHOLE_UNITS } from "../runtime.js";

const ROUNDED: Helper = {
  name: "rounded",
  needs: [WHOLE_UNITS],
  text: "const rounded = (value, unit, ties) => (value instanceof Fraction ? roundTo(value, unit, ties) : value);",
};

export const rounded: Emitter<NodeOf<"rounded">> = {
  helpers: [ROUNDED],
  emit: (node, w) => w.call(ROUNDED, w.value(node.of), w.constant(node.to), w.text(node.ties)),
  quick: (node, q) => q.rounded(q.number(node.of), Rational.parse(node.to), node.ties),
};
