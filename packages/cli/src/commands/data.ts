import type { Command } from "commander";
import { contractOption, dataOption, type Run } from "./command.js";

export interface TemplateOptions {
  readonly out: string;
  readonly contract?: string;
}

export interface DataCheckOptions {
  readonly data: string;
  readonly contract?: string;
  readonly deeds?: readonly string[];
}

/** `concordat data`: what has to do with outcome data alone, and not with money. */
export function addData(program: Command, run: Run): void {
  const data = program
    .command("data")
    .usage("<command> …")
    .summary("prepare and check outcome data")
    .description("Prepares and checks outcome data, without working out any payment.");
  data
    .command("template")
    .summary("write empty tables to fill in")
    .description("Writes a CSV file for each table that the contract reads: its columns, and no rows.")
    .argument("<contract>", "a contract")
    .requiredOption("--out <folder>", "the folder to write them into")
    .addOption(contractOption())
    .addHelpText("after", TEMPLATE_HELP)
    .action((named: string, options: TemplateOptions) =>
      run(async (io) => (await import("../actions/data-template.js")).writeTemplates(named, options, io)),
    );
  data
    .command("check")
    .summary("say what of the data can be used")
    .description("Reads outcome data as settle does, and says what can be used and what is wrong with the rest.")
    .argument("<contract>", "a contract")
    .addOption(dataOption())
    .addOption(contractOption())
    .addHelpText("after", CHECK_HELP)
    .action((named: string, options: DataCheckOptions) =>
      run(async (io) => (await import("../actions/data-check.js")).checkData(named, options, io)),
    );
}

const TEMPLATE_HELP = `
No file is overwritten.

Example:
  concordat data template rochdale.concordat --out data/`;

const CHECK_HELP = `
Ends with 1 where a table cannot be read or a row was set aside.

Example:
  concordat data check rochdale.concordat --data data/`;
