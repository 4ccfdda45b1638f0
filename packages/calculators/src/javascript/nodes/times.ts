import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { MISSING, MULTIPLY } from "../runtime.js";

const TIMES: Helper = {
  name: "times",
  needs: [MISSING, MULTIPLY],
  text: `\
function times(left, right, scale = ONE) {
  const lack = lacking([left, right]);
  if (lack) return lack;
  return left === null || right === null ? null : multiply(multiply(left, right), scale);
}`,
};

export const times: Emitter<NodeOf<"times">> = {
  helpers: [TIMES],
  emit: (node, w) =>
    w.call(
      TIMES,
      w.value(node.left),
      w.value(node.right),
      ...(node.scale === undefined ? [] : [w.constant(node.scale)]),
    ),
  quick(node, q) {
    const [left, right] = [q.value(node.left), q.value(node.right)];
    if (left.is === "none" || right.is === "none") return { is: "none" };
    const product = q.times(q.number(node.left), q.number(node.right));
    return node.scale === undefined ? product : q.times(q.constant(Rational.parse(node.scale)), product);
  },
};
