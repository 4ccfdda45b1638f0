import { readFile } from "node:fs/promises";
import path from "node:path";
import { type ContractModel, Statement } from "@concordat/model";
import type { Io } from "../io.js";
import { Refusal } from "../refusal.js";

/** Statements that were closed, in the order given. Each must be one of the contract's own, as --format json writes it. */
export async function readClosed(named: readonly string[], contract: ContractModel, io: Io): Promise<Statement[]> {
  const statements = await Promise.all(named.map((name) => readStatement(name, "closed statement", io)));
  for (const [index, statement] of statements.entries()) mustBeOf(contract, statement, named[index]!);
  return statements;
}

/** Refuses the statement of another contract. */
export function mustBeOf(contract: ContractModel, statement: Statement, name: string): void {
  if (statement.contract === contract.name) return;
  throw new Refusal(
    `${name} is a statement of ${statement.contract}, not of ${contract.name}.`,
    "Give statements of this contract.",
  );
}

/** A statement from the file that settle wrote with --format json. `kind` is how the refusal calls it. */
export async function readStatement(name: string, kind: string, io: Io): Promise<Statement> {
  const text = await readFile(path.resolve(io.cwd, name), "utf8").catch(() => {
    throw new Refusal(`There is no ${kind} ${name}.`, "Write the path of a file that settle wrote.");
  });
  const { success, data } = Statement.safeParse(parsed(text));
  if (!success) {
    throw new Refusal(`${name} is not a payment statement.`, "Give the file that settle wrote with --format json.");
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
