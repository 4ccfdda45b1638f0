import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { deedsIn } from "@concordat/language";
import type { Io } from "../io.js";
import { findContracts } from "./find-files.js";
import { CONTRACT_ENDING } from "./paths.js";

/**
 * The files, absolute and sorted, that hold deeds of variation or determinations of one of these contracts: those named,
 * or else those in the folder of the contract's own file.
 */
export async function deedFiles(
  file: string,
  contracts: readonly string[],
  named: readonly string[] | undefined,
  io: Io,
): Promise<string[]> {
  const candidates = named === undefined ? await beside(file) : await findContracts(named, io);
  const texts = await Promise.all(
    candidates
      .filter((other) => other !== file)
      .map(async (other) => ({ other, text: await readFile(other, "utf8").catch(() => "") })),
  );
  return texts.filter(({ text }) => deedsIn(text).some((of) => contracts.includes(of))).map(({ other }) => other);
}

/** The files in the folders of these that hold a contract which deeds among them are of. */
export async function varied(files: readonly string[]): Promise<string[]> {
  const more = new Set<string>();
  for (const file of files) {
    const names = deedsIn(await readFile(file, "utf8").catch(() => ""));
    if (names.length === 0) continue;
    for (const other of await beside(file)) {
      const text = await readFile(other, "utf8").catch(() => "");
      const holds = [...text.matchAll(CONTRACT)].some(([, name]) => names.includes(name!));
      if (holds || deedsIn(text).some((of) => names.includes(of))) more.add(other);
    }
  }
  return [...more].filter((file) => !files.includes(file)).sort();
}

const CONTRACT = /\bcontract\s+([\w-]+)/g;

async function beside(file: string): Promise<string[]> {
  const folder = path.dirname(file);
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(CONTRACT_ENDING))
    .map((entry) => path.join(folder, entry.name))
    .sort();
}
