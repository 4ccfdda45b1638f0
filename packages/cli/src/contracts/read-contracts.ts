import { readFile } from "node:fs/promises";
import path from "node:path";
import { type CheckedFile, checkFiles } from "@concordat/language";
import type { Io } from "../io.js";
import { listed } from "../output/words.js";
import { Refusal } from "../refusal.js";
import { confinedReader } from "./confined.js";
import { pathShown } from "./paths.js";

/** Reads and checks contract files, given by absolute paths. Findings are part of the answer, not a refusal. */
export async function readContracts(files: readonly string[], io: Io): Promise<CheckedFile[]> {
  const sources = await Promise.all(
    files.map(async (file) => ({ file: pathShown(file, io.cwd), text: await readUtf8(file, io) })),
  );
  const reader = confinedReader(
    files.map((file) => path.dirname(file)),
    io.cwd,
  );
  const checked = await checkFiles(sources, reader.readText);
  const outside = [...new Set(reader.refused)];
  if (outside.length > 0) {
    const lies = outside.length === 1 ? "lies" : "lie";
    throw new Refusal(
      `${listed(outside)} ${lies} outside the contract's own folder, where a contract may not read.`,
      "Put the file beside the contract, or in a folder below it, and name it there.",
    );
  }
  return checked;
}

/** A contract's text. */
export async function readUtf8(file: string, io: Io): Promise<string> {
  const shown = pathShown(file, io.cwd);
  const bytes = await readFile(file).catch(() => {
    throw new Refusal(`${shown} cannot be read.`, "Look whether it is still there and whether you may read it.");
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${shown} is not text in UTF-8.`, "Save it as UTF-8 in your editor, and check it again.");
  }
}
