import path from "node:path";
import { compileJavaScript } from "@concordat/calculators";
import { type Command, Option } from "commander";
import { readOneContract } from "../contracts/one-contract.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { deliver } from "../output/deliver.js";
import { Refusal } from "../refusal.js";
import { contractOption, outOption, type Run } from "./command.js";

interface Options {
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
    .action((named: string, options: Options) => run((io) => compile(named, options, io)));
}

const HELP = `
With --out, the types of the module are written beside it (rochdale.d.mts beside rochdale.mjs).

Examples:
  concordat compile rochdale.concordat --to javascript --out rochdale.mjs`;

async function compile(named: string, { out, contract: name }: Options, io: Io): Promise<ExitCode> {
  const types = out === undefined ? undefined : typesBeside(out);
  const { contract } = await readOneContract(named, name, io);
  const module = compileJavaScript(contract);
  await deliver(module.code, out, "The calculator", io);
  if (types !== undefined) await deliver(module.types, types, "What it takes and gives", io);
  return EXIT.fine;
}

function typesBeside(out: string): string {
  const ending = path.extname(out);
  const types = { ".mjs": ".d.mts", ".js": ".d.ts" }[ending];
  if (types === undefined) throw new Refusal(`${out} is not the name of a JavaScript module.`, "End it in .mjs.");
  return out.slice(0, -ending.length) + types;
}
