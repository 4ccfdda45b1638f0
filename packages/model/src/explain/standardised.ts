import type { Step } from "../evaluate/evaluation.js";
import type { StandardisedNode } from "../nodes/standardised.js";
import { Rational } from "../numbers/rational.js";
import { groupDigits } from "../units/unit.js";
import type { Words } from "./words.js";

/** "12 per 1,000 people in under-65 with weight 80, 60 per 1,000 people in over-65 with weight 20: 21.6 per 1,000 people". */
export function standardised(node: StandardisedNode, step: Step, words: Words): string {
  const parts = node.weights.map(({ key, weight }, index) => {
    const rate = step.inputs[index]!;
    return `${words.shown(rate)} in ${key} with weight ${groupDigits(Rational.parse(weight).toDecimal() ?? weight)}`;
  });
  return `${parts.join(", ")}: standardised by ${node.axis}, ${words.shown(step)}`;
}
