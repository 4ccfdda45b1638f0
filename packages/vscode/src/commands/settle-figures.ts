import { type SettleAnswer, type SettleQuestion, settleRequest } from "@concordat/server/protocol";
import { type CancellationToken, commands, type Disposable, ProgressLocation, type Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { TextPages } from "../text-pages.js";
import { askContract } from "./ask-contract.js";
import { askData } from "./ask-data.js";
import { showStatement } from "./show-statement.js";

/**
 * *Settle…* where no program can be run: in a browser. The language server works out the payments from tables of figures,
 * and from the contract as it stands in the editor.
 */
export function registerSettleFigures(client: BaseLanguageClient, pages: TextPages): Disposable {
  return commands.registerCommand("concordat.settle", async (chosen?: Uri, folder?: Uri) => {
    const contract = chosen ?? (await askContract("Which contract is to be settled?"));
    const data = contract && (folder ?? (await askData(contract)));
    return data && settleFigures(client, pages, contract, data);
  });
}

/** Settles from tables of figures, without any program, and shows the statement or says why there is none. */
export async function settleFigures(
  client: BaseLanguageClient,
  pages: TextPages,
  contract: Uri,
  data: Uri,
): Promise<"ended" | "refused" | "cancelled"> {
  const file = contract.path.split("/").at(-1) ?? "";
  const question: SettleQuestion = { textDocument: { uri: contract.toString() }, data: data.toString() };
  const place = { location: ProgressLocation.Notification, title: `Settling ${file}`, cancellable: true };
  const answer = await window.withProgress(place, (_progress, cancelled) =>
    unlessCancelled(cancelled, client.sendRequest<SettleAnswer>(settleRequest, question, cancelled)),
  );
  if (!answer) return "cancelled";
  if ("problem" in answer) {
    void window.showErrorMessage(`${answer.problem} ${answer.whatToDo}`);
    return "refused";
  }
  await showStatement(client, pages, contract, answer.statement, answer.remarks);
  if (answer.undetermined) {
    void window.showErrorMessage("Not every payment could be settled: the statement says which, and why.");
  }
  return "ended";
}

async function unlessCancelled<T>(token: CancellationToken, asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}
