import type { Step } from "../evaluate/evaluation.js";
import type { MetricNode } from "../nodes/metric.js";
import type { Words } from "./words.js";

/** "the emergency rate in 2026/27 is 188". How it was counted is in the steps below it. */
export const metric = (node: MetricNode, step: Step, words: Words): string =>
  `${words.name(node) ?? node.metric} in ${step.place.period.label} is ${words.shown(step)}`;
