import type { Command } from "commander";
import { asKnownOption, contractOption, dataOption, deedsOption, type Run } from "./command.js";

export interface VerifyOptions {
  readonly data: string;
  readonly period?: string;
  readonly contract?: string;
  readonly as?: string;
  readonly deeds?: readonly string[];
  readonly closed?: readonly string[];
}

/** `concordat verify`: a statement is worked out again, and compared with what was written. */
export function addVerify(program: Command, run: Run): void {
  program
    .command("verify")
    .summary("work a statement out again, and compare")
    .description(
      "Works a statement out again from its contract and data, and says whether it is what they give, to the last letter.",
    )
    .argument("<statement>", "a statement as settle --format json wrote it")
    .argument("<contract>", "the contract that it was worked out from")
    .addOption(dataOption())
    .option("--period <period>", "the period that settle was given, where it was given one")
    .option("--closed <file...>", "the closed statements that settle was given")
    .addOption(asKnownOption())
    .addOption(deedsOption())
    .addOption(contractOption())
    .addHelpText("after", HELP)
    .action((statement: string, named: string, options: VerifyOptions) =>
      run(async (io) => (await import("../actions/verify.js")).verifyStatement(statement, named, options, io)),
    );
}

const HELP = `
The receipt of a statement holds the digests of the contract with all that belongs to it, of the data, and the version of
the program. A statement of what was known on a day is worked out from that, unless --as names another. Where one of them differs, it is said which. Ends with 1 where the statement is not what comes out now.

Examples:
  concordat verify 2026-27.json rochdale.concordat --data data/
  concordat verify 2026-27.json rochdale.concordat --data data/ --period "2026/27"`;
