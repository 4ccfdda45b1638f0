import type { Step } from "../evaluate/evaluation.js";
import type { ReachNode } from "../nodes/reach.js";
import type { Words } from "./words.js";

/** "the emergency rate of the period before (2026/27) is 188"; "over 1 April 2026 to 30 September 2026 …". */
export function reach(node: ReachNode, step: Step, words: Words): string {
  const of = words.contract.nodes[node.of]!;
  const name = words.name(of) ?? "it";
  const value = words.shown(step);
  const [first] = step.inputs;
  if (first && first.node.id !== node.of)
    return `there is no period before ${step.place.period.label} that counts: ${value} stands at first`;
  const label = first?.place.period.label ?? "";
  switch (node.how) {
    case "previous":
      return `${name} of the period before (${label}) is ${value}`;
    case "average-of-the-last":
      return `the average of ${name} over the last ${node.count} periods, from ${label}, is ${value}`;
    case "year-to-date":
      return `${name} in the year to date, from ${label}, is ${value}`;
    case "since-the-start":
      return `${name} since the start, from ${label}, is ${value}`;
  }
}
