import { type StatementStep, sentenceWithOrigin } from "@concordat/model";
import { withoutRepeats } from "../../output/without-repeats.js";

const DEEPEST = 4;

/** How a value came about, as an indented tree of sentences with their lines in the contract. */
export const stepLines = (steps: readonly StatementStep[], indent: number): string[] =>
  withoutRepeats(tree(steps, indent, 1));

function tree(steps: readonly StatementStep[], indent: number, depth: number): string[] {
  const shown = steps.filter((step) => depth === 1 || !isBare(step));
  return shown.flatMap((step) => {
    const label = step.label === undefined ? "" : `${step.label}: `;
    const line = `${"  ".repeat(indent)}${label}${sentenceWithOrigin(step)} (line ${step.source.line})`;
    return [line, ...(depth < DEEPEST ? tree(step.inputs, indent + 1, depth + 1) : [])];
  });
}

/** A value that the sentence above has already said. */
const isBare = ({ kind, name, title }: StatementStep): boolean =>
  kind === "constant" && name === undefined && title === undefined;
