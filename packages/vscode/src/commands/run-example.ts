import { type ExampleAnswer, type ExampleQuestion, runExampleRequest } from "@concordat/server/protocol";
import { commands, type Disposable, Uri, window } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { TextPages } from "../text-pages.js";

/** The click on the lens over a worked example: shows how the contract comes to the example's figures. */
export function registerRunExample(client: BaseLanguageClient, pages: TextPages): Disposable {
  return commands.registerCommand("concordat.runExample", async (question: ExampleQuestion) => {
    const answer = await client.sendRequest<ExampleAnswer>(runExampleRequest, question);
    if ("problem" in answer) {
      void window.showWarningMessage(answer.problem);
      return;
    }
    await pages.show(answer.title, answer, Uri.parse(question.textDocument.uri));
  });
}
