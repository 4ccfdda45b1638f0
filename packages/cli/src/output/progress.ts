import type { Io } from "../io.js";

/** Says on a terminal what is being done, in one line that goes again; elsewhere it says nothing. */
export function progress(io: Io): { say(what: string): void; end(): void } {
  const clear = "\r\u001b[2K";
  const write = (text: string): void => {
    if (io.stderr.isTTY === true) io.stderr.write(text);
  };
  return { say: (what) => write(clear + what), end: () => write(clear) };
}
