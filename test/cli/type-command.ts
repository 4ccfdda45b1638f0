import { readFileSync } from "node:fs";
import path from "node:path";
import { main } from "@concordat/cli";

/**
 * Runs what was typed in a folder, in this process, and answers what a terminal would show: the output and, where it is
 * not 0, the exit code. `cat` shows a file that a command wrote.
 */
export async function typeCommand(typed: string, folder: string): Promise<string> {
  const [program, ...args] = words(typed);
  if (program === "cat") return readFileSync(path.join(folder, args[0]!), "utf8");
  if (program !== "concordat") throw new Error(`a scenario runs concordat or cat, not ${program}`);
  let shown = "";
  const sink = { write: (text: string) => (shown += text) };
  const exitCode = await main(args, { stdout: sink, stderr: sink, cwd: folder, env: {} });
  return exitCode === 0 ? shown : `${shown}[exit ${exitCode}]\n`;
}

/** Words apart, as a shell reads them: blanks separate unless they stand in quotation marks. */
const words = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, plain]) => double ?? single ?? plain!);
