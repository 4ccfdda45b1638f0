import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, type FileHandle, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathShown } from "../contracts/paths.js";
import type { Io } from "../io.js";
import { isRefusal, Refusal, stopped } from "../refusal.js";

/**
 * Writes a file whole or not at all: into a new file beside it, which then takes its place. A pipe or a device is
 * written to as it is. Refuses a folder, a contract, and what cannot be written, in a sentence.
 */
export async function writeWhole(named: string, content: string, io: Io): Promise<void> {
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
    else await replace(file, content, io);
  } catch (error) {
    throw cannotWrite(file, error, io);
  }
}

/** Writes a contract anew, whole or not at all. What its file is allowed, and where a link to it leads, stay as they are. */
export async function rewriteContract(file: string, content: string, io: Io): Promise<void> {
  try {
    const real = await realpath(file);
    const { mode } = await stat(real);
    await access(real, constants.W_OK);
    await replace(real, content, io, mode);
  } catch (error) {
    throw cannotWrite(file, error, io);
  }
}

const cannotWrite = (file: string, error: unknown, io: Io): Refusal =>
  isRefusal(error)
    ? error
    : new Refusal(
        `${pathShown(file, io.cwd)} cannot be written: ${reason(error, pathShown(path.dirname(file), io.cwd))}.`,
      );

async function replace(file: string, content: string, io: Io, mode?: number): Promise<void> {
  let isStopped = false;
  const release = io.whenStopped?.(() => {
    isStopped = true;
  });
  const beside = `${file}.${randomBytes(4).toString("hex")}.tmp`;
  let handle: FileHandle | undefined;
  try {
    handle = await open(beside, "wx");
    await handle.writeFile(content);
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
    await handle.close();
    handle = undefined;
    if (isStopped) throw stopped();
    await rename(beside, file);
  } catch (error) {
    await handle?.close();
    await rm(beside, { force: true });
    throw error;
  } finally {
    release?.();
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
