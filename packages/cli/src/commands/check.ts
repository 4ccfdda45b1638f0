import type { Command } from "commander";
import { findContracts } from "../contracts/find-files.js";
import { readContracts } from "../contracts/read-contracts.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import { FINDINGS_FORMATS } from "../formats/findings/format.js";
import type { Io } from "../io.js";
import { coloursFor } from "../output/colour.js";
import { formatOption, type Run } from "./command.js";

/** `concordat check`: reads contracts and says what is wrong with them, and how to put it right. */
export function addCheck(program: Command, run: Run): void {
  program
    .command("check")
    .summary("look for mistakes in contracts")
    .description("Looks for mistakes in contracts, and says why each matters and what to do about it.")
    .argument("[paths...]", "contracts, or folders that hold contracts; this folder where none is named")
    .addOption(formatOption(Object.keys(FINDINGS_FORMATS)))
    .addHelpText("after", HELP)
    .action((paths: string[], options: { format: string }) => run((io) => check(paths, options.format, io)));
}

const HELP = `
Ends with 0 where there is no error, 1 where there is one, 2 where nothing could be checked.

Examples:
  concordat check                                     every contract in this folder and below
  concordat check rochdale.concordat                  one contract
  concordat check contracts/ --format github          beside the lines of a change on GitHub
  concordat check --format sarif > findings.sarif     for a code-scanning service`;

async function check(paths: readonly string[], format: string, io: Io): Promise<ExitCode> {
  const files = await readContracts(await findContracts(paths, io), io);
  io.stdout.write(FINDINGS_FORMATS[format]!(files, coloursFor(io.stdout, io)));
  return files.some(({ findings }) => findings.some(({ severity }) => severity === "error"))
    ? EXIT.findings
    : EXIT.fine;
}
