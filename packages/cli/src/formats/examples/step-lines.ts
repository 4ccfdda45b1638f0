import type { StatementStep } from "@concordat/model";

const DEEPEST = 4;

/** How a value came about, as an indented tree of sentences with their lines in the contract. */
export function stepLines(steps: readonly StatementStep[], indent: number, depth = 1): string[] {
  return steps
    .filter((step) => depth === 1 || !isBare(step))
    .flatMap((step) => [
      `${"  ".repeat(indent)}${step.label === undefined ? "" : `${step.label}: `}${step.sentence} (line ${step.source.line})`,
      ...(depth < DEEPEST ? stepLines(step.inputs, indent + 1, depth + 1) : []),
    ]);
}

/** A value that the sentence above has already said. */
const isBare = ({ kind, name, title }: StatementStep): boolean =>
  kind === "constant" && name === undefined && title === undefined;
