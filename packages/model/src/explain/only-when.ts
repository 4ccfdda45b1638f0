import type { Step } from "../evaluate/evaluation.js";
import type { OnlyWhenNode } from "../nodes/only-when.js";
import type { Words } from "./words.js";

/** "the condition is met: 65% is at least 60%; £520,000", or that it is not, by how much, and that the block ends there. */
export function onlyWhen(_node: OnlyWhenNode, step: Step, words: Words): string {
  const [when, amount] = step.inputs;
  const condition = words.clause(when!);
  if (step.reached?.[0] === 0) return `the condition is met: ${condition}; ${words.shown(step)}`;
  const instead = amount ? `instead ${words.shown(step)}` : words.shown(step);
  return `the condition is not met: ${condition}; ${instead}`;
}
