import { summarise } from "@concordat/documents";
import { type Command, Option } from "commander";
import { readOneContract } from "../contracts/one-contract.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { deliver } from "../output/deliver.js";
import { contractOption, outOption, type Run } from "./command.js";

interface Options {
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
    .action((named: string, options: Options) => run((io) => summariseContract(named, options, io)));
}

const HELP = `
Examples:
  concordat summarise rochdale.concordat                               to read here
  concordat summarise rochdale.concordat --to html --out summary.html  to open in a browser or send on`;

async function summariseContract(named: string, { to, out, contract: name }: Options, io: Io): Promise<ExitCode> {
  const { contract } = await readOneContract(named, name, io);
  await deliver(summarise(contract, to), out, "The summary", io);
  return EXIT.fine;
}
