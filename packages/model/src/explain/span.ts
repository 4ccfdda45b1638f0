import type { Step } from "../evaluate/evaluation.js";
import type { SpanNode } from "../nodes/span.js";
import type { Words } from "./words.js";

/** "over the 4 quarters of 2026/27, it adds up to £400". */
export function span(node: SpanNode, step: Step, words: Words): string {
  const { label } = step.place.period;
  const name = words.name(node) ?? "it";
  const value = words.shown(step);
  if (step.inputs.length === 1 && step.inputs[0]!.place.period.label === label) {
    return `${name} for the whole of ${label} is ${value}`;
  }
  if (node.how === "latest")
    return `the latest ${name === "it" ? "value" : `value of ${name}`} in ${label} is ${value}`;
  const kinds = `${step.inputs.length} ${node.each}${step.inputs.length === 1 ? "" : "s"}`;
  return `over the ${kinds} of ${label}, ${name} ${node.how === "add" ? "adds up to" : "averages"} ${value}`;
}
