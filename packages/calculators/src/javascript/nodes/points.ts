import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { ADD, MISSING, MULTIPLY } from "../runtime.js";

const POINTS: Helper = {
  name: "points",
  needs: [MISSING, ADD, MULTIPLY],
  text: `\
// Points earned, times what a point is worth. A line is [its points, how much of them is achieved].
function points(price, lines) {
  const lack = lacking([price, ...lines.flat()]);
  return lack ?? multiply(price, sum(lines.map(([size, achieved]) => multiply(size, achieved))));
}`,
};

export const points: Emitter<NodeOf<"points">> = {
  helpers: [POINTS],
  emit: (node, w) =>
    w.call(
      POINTS,
      w.value(node.price),
      list(node.lines.map((line) => list([w.constant(line.points), w.value(line.achievement)]))),
    ),
  quick(node, q) {
    const price = q.number(node.price);
    const earned = node.lines.map((line) =>
      q.times(q.constant(Rational.parse(line.points)), q.number(line.achievement)),
    );
    return q.times(
      price,
      earned.reduce((sum, part) => q.plus(sum, part)),
    );
  },
};
