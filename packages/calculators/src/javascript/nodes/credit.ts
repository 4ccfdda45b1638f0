import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { MISSING } from "../runtime.js";

const CREDIT: Helper = {
  name: "credit",
  needs: [MISSING],
  text: `\
// What is taken off where a condition holds, otherwise nothing.
function credit(due, amount) {
  if (isMissing(due)) return due;
  return due ? amount() : ZERO;
}`,
};

export const credit: Emitter<NodeOf<"credit">> = {
  helpers: [CREDIT],
  emit: (node, w) => w.call(CREDIT, w.value(node.when), w.perhaps(node.amount)),
  quick: (node, q) =>
    q.choose(
      q.truth(node.when),
      () => q.number(node.amount),
      () => q.constant(Rational.zero),
    ),
};
