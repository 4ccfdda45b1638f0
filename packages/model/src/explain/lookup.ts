import type { Step } from "../evaluate/evaluation.js";
import type { LookupNode } from "../nodes/lookup.js";
import type { Words } from "./words.js";

/** "in the table terms, the max-share for two-sided is 60%". */
export function lookup(node: LookupNode, step: Step, words: Words): string {
  const key = step.inputs[0] ? words.shown(step.inputs[0]) : "this row";
  return step.value.is === "none"
    ? `the table ${node.table} sets no ${node.column} for ${key}`
    : `in the table ${node.table}, the ${node.column} for ${key} is ${words.shown(step)}`;
}
