import type { Step } from "../evaluate/evaluation.js";
import type { LookupNode } from "../nodes/lookup.js";
import type { Words } from "./words.js";

/** "in the table terms, the max-share for two-sided is 60%". */
export function lookup(node: LookupNode, step: Step, words: Words): string {
  const key = step.inputs[0] ? words.shown(step.inputs[0]) : "this row";
  const day = step.inputs[1];
  const asAt = day ? ` as at ${words.shown(day)}` : "";
  return step.value.is === "none"
    ? `the table ${node.table} sets no ${node.column} for ${key}${asAt}`
    : `in the table ${node.table}, the ${node.column} for ${key}${asAt} is ${words.shown(step)}`;
}
