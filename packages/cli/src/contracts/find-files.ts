import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Io } from "../io.js";
import { Refusal } from "../refusal.js";
import { CONTRACT_ENDING, pathShown } from "./paths.js";

/**
 * The contract files that these paths mean, absolute, each once, sorted: a file is itself; a folder all contracts in it
 * and below. Refuses a path that is not there, and where there is nothing to be found at all.
 */
export async function findContracts(paths: readonly string[], io: Io): Promise<string[]> {
  const found = new Set<string>();
  for (const named of paths.length === 0 ? ["."] : paths) {
    const full = path.resolve(io.cwd, named);
    const there = await stat(full).catch(() => undefined);
    if (there?.isDirectory()) for (const file of await contractsBelow(full, io)) found.add(file);
    else found.add(contractFile(full, named, there?.isFile()));
  }
  if (found.size === 0) {
    const where = paths.length === 0 ? "in this folder" : `in ${paths.join(", ")}`;
    throw new Refusal(
      `There is no contract ${where}: no file whose name ends in ${CONTRACT_ENDING}.`,
      "Name a contract or a folder that holds one, as in: concordat check contracts/",
    );
  }
  return [...found].sort(inOrder);
}

/** One file that is named to be a contract, absolute. */
export async function findContract(named: string, io: Io): Promise<string> {
  const full = path.resolve(io.cwd, named);
  const there = await stat(full).catch(() => undefined);
  if (there?.isDirectory()) {
    const inside = await contractsBelow(full, io);
    const which = inside[0] === undefined ? "" : `, as ${pathShown(inside[0], io.cwd)}`;
    throw new Refusal(`${named} is a folder, and one contract is meant here.`, `Name the contract's file${which}.`);
  }
  return contractFile(full, named, there?.isFile());
}

function contractFile(full: string, named: string, isFile: boolean | undefined): string {
  if (isFile === undefined) throw new Refusal(`There is no file or folder ${named}.`, "Look at its spelling.");
  if (!isFile) throw new Refusal(`${named} is neither a file nor a folder.`);
  if (!full.endsWith(CONTRACT_ENDING)) {
    throw new Refusal(`${named} is not a contract: the name of a contract ends in ${CONTRACT_ENDING}.`);
  }
  return full;
}

const SKIPPED = new Set(["node_modules", "dist"]);

async function contractsBelow(folder: string, io: Io): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new Refusal(`The folder ${pathShown(folder, io.cwd)} cannot be read.`, "Ask whoever owns it for access.");
  });
  const found: string[] = [];
  for (const entry of entries) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !entry.name.startsWith(".")) found.push(...(await contractsBelow(full, io)));
    } else if (entry.isFile() && entry.name.endsWith(CONTRACT_ENDING)) found.push(full);
  }
  return found.sort(inOrder);
}

/** By character codes, so that the order is the same on every computer. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
