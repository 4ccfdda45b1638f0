import type { Command } from "commander";
import { EXAMPLES_FORMATS, type ExamplesFormat } from "../formats/examples/names.js";
import { formatOption, type Run } from "./command.js";

/** `concordat test`: works through the examples of contracts and compares with what they expect. */
export function addTest(program: Command, run: Run): void {
  program
    .command("test")
    .summary("work through the examples in contracts")
    .description("Works through the examples that a contract holds, and compares each amount with what it expects.")
    .argument("[paths...]", "contracts, or folders that hold contracts; this folder where none is named")
    .addOption(formatOption(EXAMPLES_FORMATS))
    .addHelpText("after", HELP)
    .action((paths: string[], { format }: { format: ExamplesFormat }) =>
      run(async (io) => (await import("../actions/test.js")).test(paths, format, io)),
    );
}

const HELP = `
Afterwards it lists the tiers, bands and gates that no example reaches. Ends with 1 where an example fails
or a contract has an error.

Examples:
  concordat test                                      every contract in this folder and below
  concordat test rochdale.concordat                   one contract
  concordat test --format junit > examples.xml        for a CI service`;
