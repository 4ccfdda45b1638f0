import type { Step } from "../evaluate/evaluation.js";
import type { DividedNode } from "../nodes/divided.js";
import type { Words } from "./words.js";

/** "940 people divided by 5,000 people is 18.8%". */
export function divided(_node: DividedNode, step: Step, words: Words): string {
  const [top, bottom] = step.inputs.map((input) => words.named(input));
  return `${top} divided by ${bottom} is ${words.shown(step)}`;
}
