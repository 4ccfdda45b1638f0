import type { Step } from "../evaluate/evaluation.js";
import type { DividedNode } from "../nodes/divided.js";
import type { Words } from "./words.js";

/** "940 people divided by 5,000 people is 18.8%". */
export function divided(node: DividedNode, step: Step, words: Words): string {
  const [top, bottom] = step.inputs.map((input) => words.named(input));
  if (node.written === "as-percentage") return `${top} as a percentage of ${bottom} is ${words.shown(step)}`;
  return `${top} divided by ${bottom} is ${words.shown(step)}`;
}
