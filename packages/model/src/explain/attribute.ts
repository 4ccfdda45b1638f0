import type { Step } from "../evaluate/evaluation.js";
import type { AttributeNode } from "../nodes/attribute.js";
import { titleOfRow } from "./names.js";
import type { Words } from "./words.js";

/** "the track of org-1 is two-sided". */
export function attribute(node: AttributeNode, step: Step, words: Words): string {
  const whose = titleOfRow(node.of, step.place.of[node.of] ?? node.of, words.contract);
  return node.field === undefined
    ? `this ${node.of} is ${whose}`
    : `the ${node.field} of ${whose} is ${words.shown(step)}`;
}
