import { type StatementAnswer, type StatementQuestion, statementRequest } from "@concordat/server/protocol";
import { type Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { TextPages } from "../text-pages.js";

/** Opens a statement, given as JSON, as a page whose amounts lead to the contract; then what there is to say of the data. */
export async function showStatement(
  client: BaseLanguageClient,
  pages: TextPages,
  contract: Uri,
  statement: string,
  remarks: readonly string[] = [],
): Promise<void> {
  const question: StatementQuestion = { textDocument: { uri: contract.toString() }, statement };
  const answer = await client.sendRequest<StatementAnswer>(statementRequest, question);
  if ("problem" in answer) {
    void window.showErrorMessage(answer.problem);
    return;
  }
  const text = remarks.length === 0 ? answer.text : `${answer.text.trimEnd()}\n\n${remarks.join("\n")}\n`;
  await pages.show(`Statement of ${contract.path.split("/").at(-1) ?? ""}`, { ...answer, text }, contract);
}
