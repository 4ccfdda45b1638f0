import type { Step } from "../evaluate/evaluation.js";
import type { ConstantNode } from "../nodes/constant.js";
import type { Words } from "./words.js";

/** "the target cost is £48,000,000", or the value alone. */
export function constant(node: ConstantNode, step: Step, words: Words): string {
  const name = words.name(node);
  return name === undefined ? words.shown(step) : `${name} is ${words.shown(step)}`;
}
