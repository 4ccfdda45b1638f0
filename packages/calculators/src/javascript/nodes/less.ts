import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { MISSING, SUBTRACT } from "../runtime.js";

const LESS: Helper = {
  name: "less",
  needs: [MISSING, SUBTRACT],
  text: "const less = (from, take) => lacking([from, take]) ?? subtract(from, take);",
};

const LESS_TO_NOTHING: Helper = {
  name: "lessToNothing",
  needs: [LESS],
  text: `\
// An amount is a size and stops at nothing.
function lessToNothing(from, take) {
  const rest = less(from, take);
  return isMissing(rest) || rest.n >= 0n ? rest : ZERO;
}`,
};

export const less: Emitter<NodeOf<"less">> = {
  helpers: [LESS, LESS_TO_NOTHING],
  emit: (node, w) => w.call(node.floor ? LESS_TO_NOTHING : LESS, w.value(node.from), w.value(node.take)),
  quick(node, q) {
    const rest = q.less(q.number(node.from), q.number(node.take));
    return node.floor ? q.higher(rest, q.constant(Rational.zero)) : rest;
  },
};
