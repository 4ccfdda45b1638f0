import type { Step } from "../evaluate/evaluation.js";
import type { LessNode } from "../nodes/less.js";
import type { Words } from "./words.js";

/** "£100 less £30 is £70"; where an amount stops at nothing it says so. */
export function less(_node: LessNode, step: Step, words: Words): string {
  const [from, take] = step.inputs.map((input) => words.named(input));
  return step.reached
    ? `${from} less ${take} would fall below nothing: ${words.shown(step)}`
    : `${from} less ${take} is ${words.shown(step)}`;
}
