import { existsSync } from "node:fs";
import path from "node:path";
import { commands, type Disposable, ProgressLocation, type Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { TextPages } from "../text-pages.js";
import { askContract } from "./ask-contract.js";
import { askData } from "./ask-data.js";
import { askToSave } from "./ask-to-save.js";
import { findProgram, isNamed, runProgram } from "./program.js";
import { settleFigures } from "./settle-figures.js";
import { showStatement } from "./show-statement.js";

/**
 * *Settle…*: works out a contract's payments from a folder of outcome data, with the `concordat` program, so that the
 * editor shows what a build would. Every question can be left with Escape, and the work itself cancelled; a key binding
 * may name the contract and the folder, and is asked nothing. Where the program may not run, cannot read the files or is
 * not installed, the editor settles by itself what needs figures only.
 */
export function registerSettle(client: BaseLanguageClient, pages: TextPages): Disposable {
  return commands.registerCommand("concordat.settle", async (chosen?: Uri, folder?: Uri) => {
    const contract = chosen ?? (await askContract("Which contract is to be settled?"));
    if (!contract) return;
    const canRun = workspace.isTrusted && contract.scheme === "file";
    if (canRun && !(await askToSave(contract))) return;
    const data = folder ?? (await askData(contract));
    if (!data) return;
    if (!canRun) return settleFigures(client, pages, contract, data);

    const program = findProgram(contract);
    const title = `Settling ${path.basename(contract.fsPath)}`;
    const outcome = await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (_progress, cancelled) =>
        runProgram(program, ["settle", contract.fsPath, "--data", data.fsPath, "--format", "json"], {
          folder: workspace.getWorkspaceFolder(contract)?.uri.fsPath ?? path.dirname(contract.fsPath),
          cancelled,
        }),
    );
    if (outcome.kind === "not-started" && !isNamed(contract)) {
      return settleFigures(client, pages, contract, data);
    }
    if (outcome.kind === "not-started") {
      void window.showErrorMessage(
        `The concordat program ${existsSync(program) ? `could not be started (${program})` : "was not found"}. ` +
          "Install it in the folder of the contract, or name it in the setting concordat.cli.path.",
      );
    }
    if (outcome.kind === "ended") {
      const { output, status, complaint } = outcome;
      if (output.trim() !== "") await showStatement(client, pages, contract, output);
      if (status !== 0) void window.showErrorMessage(complaint.trim() || withoutWords(status, output));
    }
    return outcome.kind;
  });
}

function withoutWords(status: number, output: string): string {
  if (output.trim() !== "") return "Not every payment could be settled: the statement says which, and why.";
  return `The concordat program ended with ${status} and said nothing.`;
}
