import type { Command } from "commander";
import { asKnownOption, contractOption, dataOption, type Run } from "./command.js";

export interface ExplainOptions {
  readonly data: string;
  readonly payment: string;
  readonly party?: string;
  readonly period?: string;
  readonly for?: string;
  readonly contract?: string;
  readonly as?: string;
}

/** `concordat explain`: why a payment came to what it did, step by step. */
export function addExplain(program: Command, run: Run): void {
  program
    .command("explain")
    .summary("say why a payment is what it is")
    .description("Says how a payment comes to its amount: each rule and each figure, in sentences, down to the data.")
    .argument("<contract>", "a contract")
    .addOption(dataOption())
    .requiredOption("--payment <name>", "which payment")
    .option("--party <name>", "only what this party receives and pays")
    .option("--period <period>", "in which period; the newest that is settled where none is named")
    .option("--for <row>", "for which one, where the payment is worked out for each of many")
    .addOption(asKnownOption())
    .addOption(contractOption())
    .addHelpText("after", HELP)
    .action((named: string, options: ExplainOptions) =>
      run(async (io) => (await import("../actions/explain.js")).explain(named, options, io)),
    );
}

const HELP = `
Examples:
  concordat explain rochdale.concordat --data data/ --payment outcomes
  concordat explain rochdale.concordat --data data/ --payment gain-loss --party trust --period "2026/27"`;
