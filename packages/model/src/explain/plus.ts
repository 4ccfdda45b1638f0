import type { Step } from "../evaluate/evaluation.js";
import type { PlusNode } from "../nodes/plus.js";
import type { Words } from "./words.js";

/** "£100 plus £200 is £300". */
export function plus(_node: PlusNode, step: Step, words: Words): string {
  const terms = step.inputs.map((input) => words.named(input)).join(" plus ");
  return step.inputs.length === 1 ? terms : `${terms} is ${words.shown(step)}`;
}
