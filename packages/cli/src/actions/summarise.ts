import { summarise } from "@concordat/documents";
import type { SummariseOptions } from "../commands/summarise.js";
import { readOneContract } from "../contracts/one-contract.js";
import { EXIT, type ExitCode } from "../exit-codes.js";
import type { Io } from "../io.js";
import { deliver } from "../output/deliver.js";

/** Writes the contract in plain English. */
export async function summariseContract(
  named: string,
  { to, out, contract: name }: SummariseOptions,
  io: Io,
): Promise<ExitCode> {
  const { contract } = await readOneContract(named, name, io);
  await deliver(summarise(contract, to), out, "The summary", io);
  return EXIT.fine;
}
