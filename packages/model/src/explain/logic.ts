import type { Step } from "../evaluate/evaluation.js";
import { asTruth } from "../evaluate/value.js";
import type { LogicNode } from "../nodes/logic.js";
import { listed, type Words } from "./words.js";

/** "11.2% is at least 10% and 11.2% is below 12%"; where it does not hold, which part does not. */
export function logic(node: LogicNode, step: Step, words: Words): string {
  const holds = asTruth(step.value);
  const parts = (which: boolean): string[] =>
    step.inputs.filter((input) => asTruth(input.value) === which).map((input) => words.clause(input));
  switch (node.operator) {
    case "and":
    case "or":
      return listed(parts(holds));
    case "not":
      return words.clause(step.inputs[0]!);
  }
}
