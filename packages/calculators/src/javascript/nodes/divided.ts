import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { DIVIDE, MISSING, MULTIPLY } from "../runtime.js";

const DIVIDED: Helper = {
  name: "divided",
  needs: [MISSING, DIVIDE, MULTIPLY],
  text: `\
function divided(top, bottom, name, scale = ONE) {
  const lack = lacking([top, bottom]);
  if (lack) return lack;
  return bottom.n === 0n ? missing(name, "there is nothing to divide by") : multiply(divide(top, bottom), scale);
}`,
};

export const divided: Emitter<NodeOf<"divided">> = {
  helpers: [DIVIDED],
  emit: (node, w) =>
    w.call(
      DIVIDED,
      w.value(node.top),
      w.value(node.bottom),
      w.text(node.name ?? node.id),
      ...(node.scale === undefined ? [] : [w.constant(node.scale)]),
    ),
  quick(node, q) {
    const quotient = q.dividedBy(q.number(node.top), q.number(node.bottom));
    return node.scale === undefined ? quotient : q.times(q.constant(Rational.parse(node.scale)), quotient);
  },
};
