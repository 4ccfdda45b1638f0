import { type ExampleResult, runExample } from "@concordat/model";
import type { Ready } from "./contracts.js";

/** Works one example of a contract through, by its name. */
export function exampleResult(ready: Ready, name: string): ExampleResult | { problem: string } {
  if ("problem" in ready) return ready;
  const { contract } = ready;
  const example = contract.examples.find((candidate) => candidate.name === name);
  return example ? runExample(contract, example) : { problem: "the contract no longer has it" };
}

/** In a line: whether the example comes out as it says, and if not, the first expectation that does not. */
export function verdictOn(result: ExampleResult | { problem: string }): string {
  if ("problem" in result) return `not worked out: ${result.problem}`;
  const [first, ...more] = result.expectations.filter(({ passed }) => !passed);
  if (!first) return "✓ passes";
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return `✗ ${first.sentence.replace(/\.$/, "")}${others}`;
}
