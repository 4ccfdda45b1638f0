import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import type { AtMostNode } from "../nodes/at-most.js";
import { Rational } from "../numbers/rational.js";
import { limitedBy } from "./limited.js";
import type { Words } from "./words.js";

/** Whether the cap binds; over a longer span, what it let through before. */
export function atMost(node: AtMostNode, step: Step, words: Words): string {
  const limit = step.inputs[1]!;
  if (!node.over || limit.value.is === "none") return limitedBy("cap", step, words);
  const amount = words.named(step.inputs[0]!);
  const used = Rational.sum(step.inputs.slice(2).map(({ value }) => asNumber(value)));
  const span = node.over.span === "term" ? "over the term" : `in ${limit.place.period.label}`;
  const cap = `the cap of ${words.shown(limit)} ${span}, of which ${words.amount(used, node.unit)} was used before`;
  return step.reached
    ? `${amount} is above what is left of ${cap}: ${words.shown(step)}`
    : `${amount} is not above what is left of ${cap}`;
}
