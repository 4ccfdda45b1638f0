import { existsSync } from "node:fs";
import path from "node:path";
import { type StatementAnswer, type StatementQuestion, statementRequest } from "@concordat/server/protocol";
import { commands, type Disposable, ProgressLocation, type Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { TextPages } from "../text-pages.js";
import { ask } from "./ask.js";
import { findProgram, runProgram } from "./program.js";

/**
 * *Settle…*: works out a contract's payments from a folder of outcome data, with the `concordat` program, so that the
 * editor shows what a build would. Every question can be left with Escape, and the work itself cancelled; a key binding
 * may name the contract and the folder, and is asked nothing.
 */
export function registerSettle(client: BaseLanguageClient, pages: TextPages): Disposable {
  const showStatement = async (contract: Uri, statement: string) => {
    const question: StatementQuestion = { textDocument: { uri: contract.toString() }, statement };
    const answer = await client.sendRequest<StatementAnswer>(statementRequest, question);
    if ("problem" in answer) void window.showErrorMessage(answer.problem);
    else await pages.show(`Statement of ${path.basename(contract.fsPath)}`, answer, contract);
  };
  return commands.registerCommand("concordat.settle", async (chosen?: Uri, folder?: Uri) => {
    const contract = chosen ?? (await ask.contract());
    if (!contract) return;
    if (!(await ask.saved(contract))) return;
    const data = folder?.fsPath ?? (await ask.dataFolder(path.join(path.dirname(contract.fsPath), "data")));
    if (!data) return;

    const program = findProgram(contract);
    const title = `Settling ${path.basename(contract.fsPath)}`;
    const outcome = await window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      (_progress, cancelled) =>
        runProgram(program, ["settle", contract.fsPath, "--data", data, "--format", "json"], {
          folder: workspace.getWorkspaceFolder(contract)?.uri.fsPath ?? path.dirname(contract.fsPath),
          cancelled,
        }),
    );
    if (outcome.kind === "not-started") {
      void window.showErrorMessage(
        `The concordat program ${existsSync(program) ? `could not be started (${program})` : "was not found"}. ` +
          "Install it in the folder of the contract, or name it in the setting concordat.cli.path.",
      );
    }
    if (outcome.kind === "ended") {
      const { output, status, complaint } = outcome;
      if (output.trim() !== "") await showStatement(contract, output);
      if (status !== 0) void window.showErrorMessage(complaint.trim() || withoutWords(status, output));
    }
    return outcome.kind;
  });
}

function withoutWords(status: number, output: string): string {
  if (output.trim() !== "") return "Not every payment could be settled: the statement says which, and why.";
  return `The concordat program ended with ${status} and said nothing.`;
}
