import type { Step } from "../evaluate/evaluation.js";
import type { WeightedNode } from "../nodes/weighted.js";
import { Rational } from "../numbers/rational.js";
import { ratio } from "../units/unit.js";
import type { Words } from "./words.js";

/** "40% of safety (90%), 30% of experience (80%), outcomes not reported and its 30% shared: 85.71%". */
export function weighted(node: WeightedNode, step: Step, words: Words): string {
  const parts = node.parts.map((part, index) => {
    const weight = words.amount(Rational.parse(part.weight), ratio);
    const value = step.inputs[index]!;
    if (value.value.is === "number")
      return `${weight} of ${part.on} (${words.amount(value.value.number, value.node.unit)})`;
    return `${part.on} not reported and its ${weight} shared`;
  });
  return `${parts.join(", ")}: ${step.value.is === "number" ? words.amount(step.value.number, node.unit) : words.shown(step)}`;
}
