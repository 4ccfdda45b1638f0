import type { NodeOf } from "@concordat/model";
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
};
