import { type Command, Option } from "commander";
import { contractOption, outOption, type Run } from "./command.js";

export interface CompileOptions {
  readonly to: "javascript";
  readonly out?: string;
  readonly contract?: string;
}

/** `concordat compile`: a contract as a calculator that runs on its own. */
export function addCompile(program: Command, run: Run): void {
  program
    .command("compile")
    .summary("turn a contract into a calculator")
    .description("Turns a contract into a calculator: a JavaScript module that works out its payments on its own.")
    .argument("<contract>", "a contract")
    .addOption(new Option("--to <language>", "what to turn it into").choices(["javascript"]).makeOptionMandatory())
    .addOption(outOption())
    .addOption(contractOption())
    .addHelpText("after", HELP)
    .action((named: string, options: CompileOptions) =>
      run(async (io) => (await import("../actions/compile.js")).compile(named, options, io)),
    );
}

const HELP = `
With --out, the types of the module are written beside it (rochdale.d.mts beside rochdale.mjs).

Examples:
  concordat compile rochdale.concordat --to javascript --out rochdale.mjs`;
