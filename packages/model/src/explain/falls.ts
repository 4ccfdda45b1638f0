import type { Step } from "../evaluate/evaluation.js";
import type { FallsNode } from "../nodes/falls.js";
import type { Words } from "./words.js";

/** "the opening of the hub (3 May 2026) falls in 2026/27 Q1", or that it does not, or that it has not come. */
export function falls(_node: FallsNode, step: Step, words: Words): string {
  const [date] = step.inputs;
  const { label } = step.place.period;
  if (date!.value.is === "missing") return `${words.name(date!.node) ?? "the date"} is not known yet`;
  const within = step.value.is === "truth" && step.value.truth;
  return `${words.named(date!)} ${within ? "falls in" : "does not fall in"} ${label}`;
}
