import type { Step } from "../evaluate/evaluation.js";
import type { RoundedNode } from "../nodes/rounded.js";
import { Rational } from "../numbers/rational.js";
import { gapText } from "./test.js";
import type { Words } from "./words.js";

/** "60.6299% rounded to 0.01 percentage points is 60.63%". */
export function rounded(node: RoundedNode, step: Step, words: Words): string {
  const how = node.ties === "towards-zero" ? "rounded down to" : "rounded to the nearest";
  const unit = gapText(Rational.parse(node.to), node.unit, words);
  return `${words.named(step.inputs[0]!)} ${how} ${unit} is ${words.shown(step)}`;
}
