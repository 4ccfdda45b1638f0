import type { Step } from "../evaluate/evaluation.js";
import type { TieredNode } from "../nodes/tiered.js";
import type { Words } from "./words.js";

/** "11.2% is below 12%: 100%"; for the last row, "14% meets none of the conditions: otherwise 0%". */
export function tiered(node: TieredNode, step: Step, words: Words): string {
  const subject = node.x ? 1 : 0;
  const index = step.reached?.[0] ?? -1;
  if (index >= 0) return `${words.clause(step.inputs[subject + index]!)}: ${words.shown(step)}`;
  const what = subject ? words.named(step.inputs[0]!) : "this";
  const rows = node.rows.length === 1 ? "does not meet the condition" : "meets none of the conditions";
  return `${what} ${rows}: otherwise ${words.shown(step)}`;
}
