import { memberAt, pathTo } from "../contract/places.js";
import type { Step } from "../evaluate/evaluation.js";
import type { AcrossNode } from "../nodes/across.js";
import type { Words } from "./words.js";

/** "the total across 12 of practice is £400". */
export function across(node: AcrossNode, step: Step, words: Words): string {
  const value = words.shown(step);
  const { participants } = words.contract;
  const set = participants.find(({ name }) => name === node.axis);
  const path = node.within === undefined ? undefined : pathTo(participants, node.axis, node.within);
  const inside = set?.rows.filter(
    ({ key }) => !path || memberAt(participants, node.axis, key, path) === step.place.of[node.within!],
  );
  const all = inside?.length ?? 0;
  if (node.how === "count") return `${value} of the ${all} ${node.axis} rows count`;
  const name = node.of ? words.name(words.contract.nodes[node.of]!) : undefined;
  const what = `the ${node.how}${name ? ` of ${name}` : ""}`;
  const rows = node.where ? `${step.inputs.length} of the ${all} ${node.axis} rows` : `the ${all} ${node.axis} rows`;
  return `${what} across ${rows} is ${value}`;
}
