import type { Step } from "../evaluate/evaluation.js";
import { lackClauses, standIn } from "../evaluate/reason.js";
import type { PresentNode } from "../nodes/present.js";
import type { Words } from "./words.js";

/** The value where it is reported; otherwise why it is not, and what stands in for it by the contract's rule. */
export function present(node: PresentNode, step: Step, words: Words): string {
  if (!step.remedied) {
    const name = words.name(node);
    // A test says what it tests; "yes" alone says nothing.
    if (name === undefined && step.value.is === "truth" && step.inputs[0]) return words.clause(step.inputs[0]);
    return name === undefined ? words.shown(step) : `${name} is reported: ${words.shown(step)}`;
  }
  return `${lackClauses(step.remedied).join("; ")}: ${standIn(step, words.contract)}`;
}
