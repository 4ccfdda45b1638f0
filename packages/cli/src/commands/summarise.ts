import { type Command, Option } from "commander";
import { contractOption, outOption, type Run } from "./command.js";

export interface SummariseOptions {
  readonly to: "html" | "md";
  readonly out?: string;
  readonly contract?: string;
}

/** `concordat summarise`: the contract in plain English, for those who sign it. */
export function addSummarise(program: Command, run: Run): void {
  program
    .command("summarise")
    .alias("summarize")
    .summary("write a contract in plain English")
    .description("Writes what a contract says in plain English: who pays whom, for what, and how it is worked out.")
    .argument("<contract>", "a contract")
    .addOption(new Option("--to <kind>", "the kind of document").choices(["md", "html"]).default("md"))
    .addOption(outOption())
    .addOption(contractOption())
    .addHelpText("after", HELP)
    .action((named: string, options: SummariseOptions) =>
      run(async (io) => (await import("../actions/summarise.js")).summariseContract(named, options, io)),
    );
}

const HELP = `
Examples:
  concordat summarise rochdale.concordat                               to read here
  concordat summarise rochdale.concordat --to html --out summary.html  to open in a browser or send on`;
