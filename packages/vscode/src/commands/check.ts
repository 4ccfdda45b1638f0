import { type CheckAnswer, checkRequest } from "@concordat/server/protocol";
import { commands, type Disposable, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** *Check*: every check on every contract of the workspace. The findings are in the Problems view, their number in a message. */
export function registerCheck(client: BaseLanguageClient): Disposable {
  return commands.registerCommand("concordat.check", async () => {
    const answer = await client.sendRequest<CheckAnswer>(checkRequest);
    if (answer.errors + answer.warnings > 0) await commands.executeCommand("workbench.actions.view.problems");
    const show = answer.errors > 0 ? window.showWarningMessage : window.showInformationMessage;
    void show(messageOf(answer));
    return answer;
  });
}

function messageOf({ files, errors, warnings }: CheckAnswer): string {
  if (files === 0) return "There is no contract here: open a folder with a .concordat file.";
  const findings = [counted(errors, "error"), counted(warnings, "warning")].filter((part) => part !== undefined);
  return `Checked ${counted(files, "contract file")}: ${findings.join(" and ") || "nothing was found wrong"}.`;
}

function counted(number: number, noun: string): string | undefined {
  if (number === 0) return undefined;
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
