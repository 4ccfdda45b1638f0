import type { Command } from "commander";
import type { Run } from "./command.js";

export interface FormatOptions {
  readonly check?: true;
  readonly diff?: true;
}

/** `concordat format`: gives contracts their form. */
export function addFormat(program: Command, run: Run): void {
  program
    .command("format")
    .summary("give contracts their form: columns, indentation, empty lines")
    .description("Gives contracts their form, as the editor does. No word and no comment is changed or moved.")
    .argument("[paths...]", "contracts, or folders that hold contracts; this folder where none is named")
    .option("--check", "write nothing, and name the contracts that are not in form")
    .option("--diff", "write nothing, and show what would change")
    .addHelpText("after", HELP)
    .action((paths: string[], options: FormatOptions) =>
      run(async (io) => (await import("../actions/format.js")).format(paths, options, io)),
    );
}

const HELP = `
Ends with 0 where all are in form, or were brought into it; 1 where a contract cannot be read, and with --check
or --diff also where one is not in form; 2 where nothing could be formatted.

Examples:
  concordat format                        every contract in this folder and below
  concordat format rochdale.concordat     one contract
  concordat format --diff contracts/      what would change
  concordat format --check                before a change is taken in`;
