import type { Step } from "../evaluate/evaluation.js";
import type { WithholdsNode } from "../nodes/withholds.js";
import type { Words } from "./words.js";

/** "of the £240,000 withheld £180,000 is earned back: £60,000 is not paid". */
export function withholds(_node: WithholdsNode, step: Step, words: Words): string {
  const [withheld, back] = step.inputs.map((input) => words.shown(input));
  return `of the ${withheld} withheld ${back} is earned back: ${words.shown(step)} is not paid`;
}
