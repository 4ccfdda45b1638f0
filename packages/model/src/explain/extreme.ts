import type { Step } from "../evaluate/evaluation.js";
import { listed, type Words } from "./words.js";

/** "the lower of £5 and £7 is £5". A table's "none" takes no part. */
export function extremeOf(which: "higher" | "lower", step: Step, words: Words): string {
  const known = step.inputs.filter((input) => input.value.is !== "none");
  if (known.length === 0) return "none of these terms is set";
  if (known.length === 1) return `only ${words.named(known[0]!)} is set`;
  return `the ${which} of ${listed(known.map((input) => words.named(input)))} is ${words.shown(step)}`;
}
