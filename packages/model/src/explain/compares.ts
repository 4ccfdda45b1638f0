import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import type { ComparesNode } from "../nodes/compares.js";
import type { Words } from "./words.js";

/** "the cost (£46,000,000) is £2,000,000 below the target cost (£48,000,000)". */
export function compares(node: ComparesNode, step: Step, words: Words): string {
  const [actual, expected] = step.inputs.map((input) => words.named(input));
  if (asNumber(step.value).isZero) return `${actual} is not ${node.side} ${expected}`;
  return `${actual} is ${words.shown(step)} ${node.side} ${expected}`;
}
