import type { LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { type SettleAnswer, type SettleQuestion, settleRequest } from "./protocol.js";
import { settled } from "./result.js";

/** Answers `concordat/settle`. */
export function answerSettling(connection: Connection, shared: LangiumSharedServices): void {
  connection.onRequest<SettleAnswer, void>(settleRequest, async (question: SettleQuestion, cancelled) => {
    await shared.workspace.WorkspaceManager.ready;
    return settled(question, shared, cancelled);
  });
}
