import { coverage, runExample } from "@concordat/model";
import type { Command } from "commander";
import { findContracts } from "../contracts/find-files.js";
import { readContracts } from "../contracts/read-contracts.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import { EXAMPLES_FORMATS, type TestedFile } from "../formats/examples/format.js";
import type { Io } from "../io.js";
import { coloursFor } from "../output/colour.js";
import { formatOption, type Run } from "./command.js";

/** `concordat test`: works through the examples of contracts and compares with what they expect. */
export function addTest(program: Command, run: Run): void {
  program
    .command("test")
    .summary("work through the examples in contracts")
    .description("Works through the examples that a contract holds, and compares each amount with what it expects.")
    .argument("[paths...]", "contracts, or folders that hold contracts; this folder where none is named")
    .addOption(formatOption(Object.keys(EXAMPLES_FORMATS)))
    .addHelpText("after", HELP)
    .action((paths: string[], options: { format: string }) => run((io) => test(paths, options.format, io)));
}

const HELP = `
Afterwards it lists the tiers, bands and gates that no example reaches. Ends with 1 where an example fails
or a contract has an error.

Examples:
  concordat test                                      every contract in this folder and below
  concordat test rochdale.concordat                   one contract
  concordat test --format junit > examples.xml        for a CI service`;

async function test(paths: readonly string[], format: string, io: Io): Promise<ExitCode> {
  const files = await readContracts(await findContracts(paths, io), io);
  const tested = files.map(
    (checked): TestedFile => ({
      checked,
      contracts: checked.contracts.map((contract) => {
        const results = contract.examples.map((example) => runExample(contract, example));
        return { contract, results, coverage: coverage(contract, results) };
      }),
    }),
  );
  io.stdout.write(EXAMPLES_FORMATS[format]!(tested, coloursFor(io.stdout, io)));
  return tested.every(passed) ? EXIT.fine : EXIT.findings;
}

const passed = ({ checked, contracts }: TestedFile): boolean =>
  checked.findings.every(({ severity }) => severity !== "error") &&
  contracts.every(({ results }) => results.every((result) => result.passed));
