import type { Step } from "../evaluate/evaluation.js";
import type { CreditNode } from "../nodes/credit.js";
import type { Words } from "./words.js";

/** "16% is above 15%: a credit of £5,000 is due", or that none is. */
export function credit(_node: CreditNode, step: Step, words: Words): string {
  const condition = words.clause(step.inputs[0]!);
  return step.reached ? `${condition}: a credit of ${words.shown(step)} is due` : `${condition}: no credit is due`;
}
