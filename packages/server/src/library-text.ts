import { URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { type LibraryAnswer, type LibraryQuestion, libraryTextRequest } from "./protocol.js";

/** Answers `concordat/libraryText`: a library that comes with the language is no file, and yet a definition may lead into it. */
export function answerLibraryTexts(connection: Connection, shared: LangiumSharedServices): void {
  connection.onRequest<LibraryAnswer, void>(libraryTextRequest, ({ uri }: LibraryQuestion) => {
    const document = shared.workspace.LangiumDocuments.getDocument(URI.parse(uri));
    return document ? { text: document.textDocument.getText() } : { problem: `There is no library ${uri}.` };
  });
}
