import type { Step } from "../evaluate/evaluation.js";
import type { LineValueNode } from "../nodes/line-value.js";
import type { Words } from "./words.js";

/** "recovery of savings in 2017 is £1,992,047": its own steps are in the statement of that payment. */
export function lineValue(node: LineValueNode, step: Step, words: Words): string {
  const { label } = step.place.period;
  if (step.inputs.length === 0)
    return `${node.line} of ${node.payment} does not arise in ${label}: ${words.shown(step)}`;
  return `${node.line} of ${node.payment} in ${label} is ${words.shown(step)}`;
}
