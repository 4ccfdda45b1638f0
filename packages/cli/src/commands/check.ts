import type { Command } from "commander";
import { FINDINGS_FORMATS, type FindingsFormat } from "../formats/findings/names.js";
import { formatOption, type Run } from "./command.js";

/** `concordat check`: reads contracts and says what is wrong with them, and how to put it right. */
export function addCheck(program: Command, run: Run): void {
  program
    .command("check")
    .summary("look for mistakes in contracts")
    .description("Looks for mistakes in contracts, and says why each matters and what to do about it.")
    .argument("[paths...]", "contracts, or folders that hold contracts; this folder where none is named")
    .addOption(formatOption(FINDINGS_FORMATS))
    .addHelpText("after", HELP)
    .action((paths: string[], { format }: { format: FindingsFormat }) =>
      run(async (io) => (await import("../actions/check.js")).check(paths, format, io)),
    );
}

const HELP = `
Ends with 0 where there is no error, 1 where there is one, 2 where nothing could be checked.

Examples:
  concordat check                                     every contract in this folder and below
  concordat check rochdale.concordat                  one contract
  concordat check contracts/ --format github          beside the lines of a change on GitHub
  concordat check --format sarif > findings.sarif     for a code-scanning service`;
