import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ContractModel, Statement } from "@concordat/model";
import type { Io } from "../io.js";
import { Refusal } from "../refusal.js";

/** Statements that were closed, in the order given. Each must be one of the contract's own, as --format json writes it. */
export async function readClosed(named: readonly string[], contract: ContractModel, io: Io): Promise<Statement[]> {
  return Promise.all(named.map((name) => readOne(name, contract, io)));
}

async function readOne(name: string, contract: ContractModel, io: Io): Promise<Statement> {
  const text = await readFile(path.resolve(io.cwd, name), "utf8").catch(() => {
    throw new Refusal(`There is no closed statement ${name}.`, "Write the path of a file that settle wrote.");
  });
  const { success, data } = Statement.safeParse(parsed(text));
  if (!success) {
    throw new Refusal(`${name} is not a payment statement.`, "Give the file that settle wrote with --format json.");
  }
  if (data.contract !== contract.name) {
    throw new Refusal(
      `${name} is a statement of ${data.contract}, not of ${contract.name}.`,
      "Give the closed statements of this contract.",
    );
  }
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
