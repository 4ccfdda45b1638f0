import type { Io } from "../io.js";

/** Says on a terminal what is being done, until the answer is called; elsewhere it says nothing. */
export function progress(what: string, io: Io): () => void {
  if (io.stderr.isTTY !== true) return () => {};
  io.stderr.write(what);
  return () => io.stderr.write("\r\u001b[2K");
}
