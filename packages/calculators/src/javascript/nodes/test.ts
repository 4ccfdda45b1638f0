import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import { COMPARE, MISSING } from "../runtime.js";

const TEST: Helper = {
  name: "test",
  needs: [MISSING, COMPARE],
  text: `\
// A comparison of two exact values, of names, dates or conditions. Nothing compares with a table's "none".
function test(left, comparison, right) {
  const lack = lacking([left, right]);
  if (lack) return lack;
  if (left === null || right === null) return comparison === "is" ? left === right : comparison === "is-not" && left !== right;
  const order = left instanceof Fraction ? compare(left, right) : inOrder(String(left), String(right));
  switch (comparison) {
    case "is":
      return order === 0;
    case "is-not":
      return order !== 0;
    case "at-least":
      return order >= 0;
    case "at-most":
      return order <= 0;
    case "above":
      return order > 0;
    case "below":
      return order < 0;
  }
}
const inOrder = (left, right) => (left < right ? -1 : left > right ? 1 : 0);`,
};

export const test: Emitter<NodeOf<"test">> = {
  helpers: [TEST],
  emit: (node, w) => w.call(TEST, w.value(node.left), w.text(node.comparison), w.value(node.right)),
  quick(node, q) {
    const [left, right] = [q.value(node.left), q.value(node.right)];
    if (left.is === "number" && right.is === "number") return q.compare(left, node.comparison, right);
    if (left.is !== "text" || right.is !== "text") throw new NotQuick(`${node.id} compares with none`);
    return q.compareTexts(left.code, node.comparison, right.code);
  },
};
