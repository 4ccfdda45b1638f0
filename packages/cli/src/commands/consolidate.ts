import type { Command } from "commander";
import { contractOption, deedsOption, outOption, type Run } from "./command.js";

export interface ConsolidateOptions {
  readonly on?: string;
  readonly out?: string;
  readonly contract?: string;
  readonly deeds?: readonly string[];
}

/** `concordat consolidate`: the contract and its deeds in, the contract as it stands out. */
export function addConsolidate(program: Command, run: Run): void {
  program
    .command("consolidate")
    .summary("write a contract out as its deeds leave it")
    .description("Writes a contract with its deeds of variation worked in, as one text that can be checked and read.")
    .argument("<contract>", "a contract")
    .option("--on <date>", 'as it stands on this day, as "1 October 2027"; else with every deed')
    .addOption(deedsOption())
    .addOption(outOption())
    .addOption(contractOption())
    .addHelpText("after", HELP)
    .action((named: string, options: ConsolidateOptions) =>
      run(async (io) => (await import("../actions/consolidate.js")).consolidateContract(named, options, io)),
    );
}

const HELP = `
Examples:
  concordat consolidate rochdale.concordat
  concordat consolidate rochdale.concordat --on "1 October 2027" --out rochdale-2027.concordat`;
