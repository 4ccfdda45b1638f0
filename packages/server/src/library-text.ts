import { MANUAL_SCHEME, manualPage } from "@concordat/language";
import { URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { type LibraryAnswer, type LibraryQuestion, libraryTextRequest } from "./protocol.js";

/** Answers `concordat/libraryText`: what comes with the language is no file, and yet a definition or a finding may lead to it. */
export function answerLibraryTexts(connection: Connection, shared: LangiumSharedServices): void {
  connection.onRequest<LibraryAnswer, void>(libraryTextRequest, ({ uri: written }: LibraryQuestion) => {
    const uri = URI.parse(written);
    const text =
      uri.scheme === MANUAL_SCHEME
        ? manualPage(uri.path)
        : shared.workspace.LangiumDocuments.getDocument(uri)?.textDocument.getText();
    return text === undefined ? { problem: `There is no page ${written}.` } : { text };
  });
}
