import path from "node:path";
import { compileJavaScript } from "@concordat/calculators";
import type { CompileOptions } from "../commands/compile.js";
import { readOneContract } from "../contracts/one-contract.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { deliver } from "../output/deliver.js";
import { Refusal } from "../refusal.js";

/** Writes the contract as a calculator. */
export async function compile(named: string, { out, contract: name }: CompileOptions, io: Io): Promise<ExitCode> {
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
