import { version } from "../../version.js";
import { exampleTally, type TestedFile } from "./format.js";

/** For programs: every expectation with what was expected and what it came to, and the rules that nothing reaches. */
export function examplesAsJson(files: readonly TestedFile[]): string {
  const report = {
    schema: "concordat.examples/1",
    software: version,
    files: files.map(({ checked, contracts }) => ({
      file: checked.file,
      findings: checked.findings,
      contracts: contracts.map(({ contract, results, guarantees, coverage }) => ({
        contract: contract.name,
        examples: results.map(({ reached: _, ...result }) => result),
        ...(guarantees.length > 0 ? { guarantees } : {}),
        unreached: coverage.unreached.map(({ payment, sentence, source }) => ({ payment, sentence, source })),
      })),
    })),
    tally: exampleTally(files),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
