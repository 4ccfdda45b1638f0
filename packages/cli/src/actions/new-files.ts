import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { pathShown } from "../contracts/paths.js";
import type { Io } from "../io.js";
import { writeWhole } from "../output/write-file.js";
import { Refusal } from "../refusal.js";

/** Writes files into a folder and says which: all of them, or none where one is there already. */
export async function writeNewFiles(
  folder: string,
  files: readonly { readonly file: string; readonly content: string | Uint8Array }[],
  io: Io,
): Promise<void> {
  for (const { file } of files) {
    if (await stat(file).catch(() => undefined)) {
      throw new Refusal(
        `${pathShown(file, io.cwd)} is there already, so nothing was written.`,
        `Name a folder without a ${path.basename(file)}.`,
      );
    }
  }
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new Refusal(`The folder ${pathShown(folder, io.cwd)} cannot be made.`, "Name another one.");
  });
  for (const { file, content } of files) {
    await writeWhole(file, content, io);
    io.stdout.write(`${pathShown(file, io.cwd)}\n`);
  }
}
