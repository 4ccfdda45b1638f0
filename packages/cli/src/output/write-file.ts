import { randomBytes } from "node:crypto";
import { type FileHandle, open, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathShown } from "../contracts/paths.js";
import type { Io } from "../io.js";
import { Refusal } from "../refusal.js";

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its place. A pipe or a device is
 * written to as it is. Refuses a folder, a contract, and what cannot be written, in a sentence.
 */
export async function writeWhole(named: string, content: string | Uint8Array, io: Io): Promise<void> {
  const file = path.resolve(io.cwd, named);
  const shown = pathShown(file, io.cwd);
  if (file.endsWith(".concordat")) {
    throw new Refusal(`${shown} would be overwritten, and it is a contract.`, "Name another file to write to.");
  }
  const there = await stat(file).catch(() => undefined);
  if (there?.isDirectory())
    throw new Refusal(`${shown} is a folder.`, "Name the file to write, as well as its folder.");
  try {
    if (there && !there.isFile()) await writeFile(file, content);
    else await replace(file, content);
  } catch (error) {
    throw new Refusal(`${shown} cannot be written: ${reason(error, pathShown(path.dirname(file), io.cwd))}.`);
  }
}

async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const beside = `${file}.${randomBytes(4).toString("hex")}.tmp`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(beside, "wx");
    await handle.writeFile(content);
    await handle.sync();
    await handle.close();
    handle = undefined;
    await rename(beside, file);
  } catch (error) {
    await handle?.close();
    await rm(beside, { force: true });
    throw error;
  }
}

function reason(error: unknown, folder: string): string {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
      return `there is no folder ${folder}`;
    case "ENOTDIR":
      return `${folder} is not a folder`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "it may not be written to";
    case "ENOSPC":
      return "the disk is full";
    default:
      return `the system says ${code ?? "no reason"}`;
  }
}
