import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { type CancellationToken, type Uri, workspace } from "vscode";

/** Where the `concordat` program is, for a contract or a folder: as the setting says, else in the workspace's node_modules, else on the PATH. */
export function findProgram(contract: Uri): string {
  const set = named(contract);
  if (set !== "") return set;
  const name = process.platform === "win32" ? "concordat.cmd" : "concordat";
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri.fsPath) ?? [];
  const own = workspace.getWorkspaceFolder(contract)?.uri.fsPath;
  const candidates = (own ? [own, ...folders] : folders).map((folder) => path.join(folder, "node_modules/.bin", name));
  return candidates.find((file) => existsSync(file)) ?? name;
}

/** Whether a setting says which program it is: then no other way of settling will do. */
export const isNamed = (contract: Uri): boolean => named(contract) !== "";

const named = (contract: Uri): string =>
  workspace.getConfiguration("concordat", contract).get<string>("cli.path", "").trim();

export type Outcome =
  | { kind: "ended"; status: number; output: string; complaint: string }
  | { kind: "not-started" }
  | { kind: "cancelled" };

/** Runs the program to its end, or until it is cancelled. `complaint` is what it said on its error output. */
export function runProgram(
  program: string,
  args: string[],
  { folder, cancelled }: { folder: string; cancelled: CancellationToken },
): Promise<Outcome> {
  return new Promise((resolve) => {
    const shell = program.endsWith(".cmd"); // Windows starts a batch file only through its shell
    const [command, words] = shell ? [quoted(program), args.map(quoted)] : [program, args];
    const child = spawn(command, words, { cwd: folder, shell, windowsHide: true });
    const said = { output: "", complaint: "" };
    child.stdout.setEncoding("utf8").on("data", (text) => (said.output += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (said.complaint += text));
    child.once("error", () => resolve({ kind: "not-started" }));
    child.once("close", (status) => resolve({ kind: "ended", status: status ?? 1, ...said }));
    cancelled.onCancellationRequested(() => {
      resolve({ kind: "cancelled" });
      child.kill();
    });
  });
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}
