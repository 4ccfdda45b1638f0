import type { Step } from "../evaluate/evaluation.js";
import type { AcrossNode } from "../nodes/across.js";
import type { Words } from "./words.js";

/** "the total across 12 of practice is £400". */
export function across(node: AcrossNode, step: Step, words: Words): string {
  const value = words.shown(step);
  const all = words.contract.participants.find((set) => set.name === node.axis)?.rows.length ?? 0;
  if (node.how === "count") return `${value} of the ${all} ${node.axis} rows count`;
  const name = node.of ? words.name(words.contract.nodes[node.of]!) : undefined;
  const what = `the ${node.how}${name ? ` of ${name}` : ""}`;
  const rows = node.where ? `${step.inputs.length} of the ${all} ${node.axis} rows` : `the ${all} ${node.axis} rows`;
  return `${what} across ${rows} is ${value}`;
}
