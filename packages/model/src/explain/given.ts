import type { Step } from "../evaluate/evaluation.js";
import type { GivenNode } from "../nodes/given.js";
import type { Words } from "./words.js";

/** "the cost of the services in 2026/27 is £46,000,000". */
export const given = (node: GivenNode, step: Step, words: Words): string =>
  `${words.name(node) ?? node.input} in ${step.place.period.label} is ${words.shown(step)}`;
