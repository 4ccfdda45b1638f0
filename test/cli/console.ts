import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Io, main } from "@concordat/cli";

/** A folder with these files, for the length of a test. */
export async function inFolder<T>(files: Record<string, string>, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "concordat-")));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in a folder, in this process; on a terminal where that is said. */
export async function run(
  args: readonly string[],
  cwd: string,
  { terminal = false, env = {} }: { terminal?: boolean; env?: Io["env"] } = {},
): Promise<Outcome> {
  const said = { out: "", err: "" };
  const sink = (name: "out" | "err") => ({
    isTTY: terminal,
    write: (text: string) => {
      said[name] += text;
    },
  });
  const exitCode = await main(args, { stdout: sink("out"), stderr: sink("err"), cwd, env });
  return { exitCode, ...said };
}

/** A contract with no fault in it, but for the line that is put into its payment. */
export const contractWith = (line: string, { title = "Grant" } = {}): string => `contract grant "A grant" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2027
  year      starts 1 April
  settled   each year
  rounding  nearest penny, halves away from zero
  division  by largest remainder
  commissioner council "The council"
  provider     charity "The charity"
  payment grant-payment "${title}" each year {
    pays     £50,000
    ${line}
  }
}
`;
