import type { Progress } from "@concordat/data";
import type { Io } from "../io.js";
import { printable } from "./printable.js";
import { counted, groupedDigits } from "./words.js";

/** Says on a terminal what is being done, in one line that goes again; elsewhere it says nothing. */
export function progress(io: Io): { say(progress: Progress): void; end(): void } {
  const clear = "\r\u001b[2K";
  // One letter more than fits, and the terminal goes to the next line, from which nothing clears the first.
  const room = (io.stderr.columns ?? 80) - 1;
  const write = (text: string): void => {
    if (io.stderr.isTTY === true) io.stderr.write(text);
  };
  return {
    say: (where) => write(clear + [...printable(inWords(where)).replace(/\s/g, " ")].slice(0, room).join("")),
    end: () => write(clear),
  };
}

function inWords(where: Progress): string {
  switch (where.doing) {
    case "reading":
      return `Reading ${where.source}${where.rows === 0 ? "" : `: ${counted(where.rows, "row")}`}…`;
    case "checking": {
      const passed = where.rows === 0 ? "" : `${groupedDigits(where.rows)} of `;
      return `Checking ${where.source}: ${passed}${counted(where.of, "row")}…`;
    }
    case "measuring":
      return `Working out ${where.source}: metric ${groupedDigits(where.metric)} of ${groupedDigits(where.of)}…`;
  }
}
