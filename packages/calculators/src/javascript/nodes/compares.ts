import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { MISSING, SUBTRACT } from "../runtime.js";

const COMPARES: Helper = {
  name: "compares",
  needs: [MISSING, SUBTRACT],
  text: `\
// The size of the difference on one side, nothing on the other.
function compares(actual, expected, side) {
  const lack = lacking([actual, expected]);
  if (lack) return lack;
  const gap = side === "below" ? subtract(expected, actual) : subtract(actual, expected);
  return gap.n > 0n ? gap : ZERO;
}`,
};

export const compares: Emitter<NodeOf<"compares">> = {
  helpers: [COMPARES],
  emit: (node, w) => w.call(COMPARES, w.value(node.actual), w.value(node.expected), w.text(node.side)),
  quick(node, q) {
    const [actual, expected] = [q.number(node.actual), q.number(node.expected)];
    const gap = node.side === "below" ? q.less(expected, actual) : q.less(actual, expected);
    return q.higher(gap, q.constant(Rational.zero));
  },
};
