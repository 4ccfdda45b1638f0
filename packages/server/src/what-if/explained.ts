import type { SourceRange, StatementStep } from "@concordat/model";
import type { TextPlace } from "../preview/protocol.js";
import type { ExplainedLine } from "./protocol.js";

/** Where a source range stands in the text at hand; undefined where it is in another file. */
export type Placed = (source: SourceRange) => TextPlace | undefined;

/** Steps as sentences one below the other. A bare value has none of its own: the sentence that uses it has it already. */
export function explained(step: StatementStep, placed: Placed, depth = 0): ExplainedLine[] {
  const [only] = step.inputs;
  if (step.kind === "present" && step.inputs.length === 1 && only!.exact === step.exact) {
    return explained(only!, placed, depth);
  }
  if (step.kind === "constant" && step.name === undefined && step.title === undefined && depth > 0) return [];
  const range = placed(step.source);
  const label = step.label === undefined ? "" : `${step.label}: `;
  return [
    {
      sentence: `${label}${step.sentence}`,
      ...(range ? { range } : {}),
      under: step.inputs.flatMap((input) => explained(input, placed, depth + 1)),
    },
  ];
}
