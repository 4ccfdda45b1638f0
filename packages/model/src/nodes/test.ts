import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import { Comparison } from "../contract/conditions.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, truthValue, type Value } from "../evaluate/value.js";

/** A comparison of two exact values: a gate or a tier never tests a rounded one (rule 2). */
export const TestNode = NodeBase.extend({
  kind: z.literal("test"),
  left: z.string(),
  comparison: Comparison,
  right: z.string(),
});
export type TestNode = z.infer<typeof TestNode>;

export const test = {
  operands: (node: TestNode): string[] => [node.left, node.right],
  evaluate(node: TestNode, place: Place, evaluation: Evaluation): Evaluated {
    const inputs = [evaluation.step(node.left, place), evaluation.step(node.right, place)];
    const lack = anyMissing(inputs.map((step) => step.value));
    return { value: lack ?? truthValue(holds(node.comparison, inputs[0]!.value, inputs[1]!.value)), inputs };
  },
};

export function holds(comparison: Comparison, left: Value, right: Value): boolean {
  // Nothing is above, below or equal to a limit that the table does not have.
  if (left.is === "none" || right.is === "none")
    return comparison === "is-not" ? left.is !== right.is : comparison === "is" && left.is === right.is;
  const order = compare(left, right);
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

function compare(left: Value, right: Value): number {
  if (left.is === "number") return left.number.compare(asNumber(right));
  const key = (value: Value): string =>
    value.is === "name" ? value.name : value.is === "date" ? value.date : value.is === "truth" ? `${value.truth}` : "";
  return key(left) < key(right) ? -1 : key(left) > key(right) ? 1 : 0;
}
