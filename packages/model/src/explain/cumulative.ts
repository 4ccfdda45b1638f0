import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import type { CumulativeNode } from "../nodes/cumulative.js";
import { Rational } from "../numbers/rational.js";
import type { Words } from "./words.js";

/** "£500 is due on everything since the start, of which £300 was computed before: £200". */
export function cumulative(node: CumulativeNode, step: Step, words: Words): string {
  const [total, ...before] = step.inputs as [Step, ...Step[]];
  const paid = words.amount(Rational.sum(before.map(({ value }) => asNumber(value))), node.unit);
  const less = step.reached ? `, less than that: ${words.shown(step)}` : `: ${words.shown(step)}`;
  return `${words.shown(total)} is due on everything since the start, and ${paid} was computed for earlier periods${less}`;
}
