import type { Step } from "../evaluate/evaluation.js";
import type { TimesNode } from "../nodes/times.js";
import type { Words } from "./words.js";

/** "40% of £1,200,000 is £480,000", or with "times" where the contract says so. */
export function times(node: TimesNode, step: Step, words: Words): string {
  const [left, right] = step.inputs.map((input) => words.named(input));
  if (step.value.is === "none") return `there is no ${node.label ?? "such term"} here`;
  // 2.5% is 2.5 percentage points: the hundred between them is no part of the contract's words.
  if (node.written === "in-points") return `${left} in percentage points is ${words.shown(step)}`;
  const word = node.written === "for-each" ? "for each of" : node.written;
  return `${left} ${word} ${right} is ${words.shown(step)}`;
}
