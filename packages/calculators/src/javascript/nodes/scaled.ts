import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { ADD, COMPARE, DIVIDE, MISSING, MULTIPLY, SUBTRACT } from "../runtime.js";

const SCALED: Helper = {
  name: "scaled",
  needs: [MISSING, COMPARE, ADD, SUBTRACT, MULTIPLY, DIVIDE],
  text: `\
// Straight lines between points [value, at], flat outside them.
function scaled(x, points) {
  const lack = lacking([x, ...points.flat()]);
  if (lack) return lack;
  const rising = [...points].sort(([, a], [, b]) => compare(a, b));
  const next = rising.findIndex(([, at]) => compare(x, at) <= 0);
  if (next === 0) return rising[0][0];
  if (next < 0 || compare(x, rising.at(-1)[1]) === 0) return rising.at(-1)[0];
  const [[fromValue, from], [toValue, to]] = [rising[next - 1], rising[next]];
  const along = divide(subtract(x, from), subtract(to, from));
  return add(fromValue, multiply(subtract(toValue, fromValue), along));
}`,
};

export const scaled: Emitter<NodeOf<"scaled">> = {
  helpers: [SCALED],
  emit: (node, w) =>
    w.call(SCALED, w.value(node.x), list(node.points.map(({ value, at }) => list([w.value(value), w.value(at)])))),
};
