import { criticalSquared, type NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, COMPARE, DIVIDE, MISSING, MULTIPLY, SUBTRACT } from "../runtime.js";

const SIGNIFICANT: Helper = {
  name: "significant",
  needs: [MISSING, ADD, SUBTRACT, MULTIPLY, DIVIDE, COMPARE],
  text: `\
// The z-test of two proportions with the pooled share: squares of fractions are compared, and no root is taken.
function significant(name, [x1, n1, x2, n2], side, sides, squared) {
  const lack = lacking([x1, n1, x2, n2]);
  if (lack) return lack;
  if (n1.n === 0n || n2.n === 0n) return missing(name, "one of the two groups has no rows");
  const difference = subtract(divide(x1, n1), divide(x2, n2));
  const pooled = divide(add(x1, x2), add(n1, n2));
  const sizes = add(divide(ONE, n1), divide(ONE, n2));
  const spread = multiply(multiply(pooled, subtract(ONE, pooled)), sizes);
  if (spread.n === 0n) return false;
  const reached = compare(divide(multiply(difference, difference), spread), squared) >= 0;
  return reached && (sides === 2 || (side === "below" ? difference.n < 0n : difference.n > 0n));
}`,
};

export const significant: Emitter<NodeOf<"significant">> = {
  helpers: [SIGNIFICANT],
  emit: (node, w) =>
    w.call(
      SIGNIFICANT,
      w.text(node.name ?? node.id),
      `[${[node.compared.top, node.compared.bottom, node.with.top, node.with.bottom].map((id) => w.value(id)).join(", ")}]`,
      w.text(node.side),
      `${node.sides}`,
      w.constant(criticalSquared(node).toText()),
    ),
  quick(node) {
    throw new NotQuick(`${node.id} squares what it compares`);
  },
};
