import path from "node:path";
import { pathShown } from "../contracts/paths.js";
import type { Io } from "../io.js";
import { writeWhole } from "./write-file.js";

/** To the file that was named, and says so; else to the standard output. */
export async function deliver(content: string, out: string | undefined, what: string, io: Io): Promise<void> {
  const text = content.endsWith("\n") ? content : `${content}\n`;
  if (out === undefined) {
    io.stdout.write(text);
    return;
  }
  await writeWhole(out, text, io);
  io.stderr.write(`${what} is in ${pathShown(path.resolve(io.cwd, out), io.cwd)}.\n`);
}
