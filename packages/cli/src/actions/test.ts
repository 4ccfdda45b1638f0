import { checkGuarantee, coverage, runExample } from "@concordat/model";
import { findContracts } from "../contracts/find-files.js";
import { readContracts } from "../contracts/read-contracts.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import { EXAMPLES_WRITERS, type TestedFile } from "../formats/examples/format.js";
import type { ExamplesFormat } from "../formats/examples/names.js";
import type { Io } from "../io.js";
import { coloursFor } from "../output/colour.js";

/** Works through the examples of contracts and writes how each went. */
export async function test(paths: readonly string[], format: ExamplesFormat, io: Io): Promise<ExitCode> {
  const files = await readContracts(await findContracts(paths, io), io);
  const tested = files.map(
    (checked): TestedFile => ({
      checked,
      contracts: checked.contracts.map((contract) => {
        const results = contract.examples.map((example) => runExample(contract, example));
        const guarantees = (contract.guarantees ?? []).map((guarantee) => checkGuarantee(contract, guarantee));
        return { contract, results, guarantees, coverage: coverage(contract, results) };
      }),
    }),
  );
  io.stdout.write(EXAMPLES_WRITERS[format](tested, coloursFor(io.stdout, io)));
  return tested.every(passed) ? EXIT.fine : EXIT.findings;
}

const passed = ({ checked, contracts }: TestedFile): boolean =>
  checked.findings.every(({ severity }) => severity !== "error") &&
  contracts.every(({ results, guarantees }) => [...results, ...guarantees].every((result) => result.passed));
