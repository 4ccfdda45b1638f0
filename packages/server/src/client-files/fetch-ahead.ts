import { forgetLowered } from "@concordat/language";
import { type Cancellation, DocumentState, interruptAndCheck, type LangiumDocument, type URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type { FilesOfClient } from "./files-of-client.js";
import { namedFiles } from "./named-files.js";

/**
 * Has every file that a contract names at hand before the contract is linked and checked, so that none is ever said to be
 * missing which is only on its way. An edit that names no other file fetches nothing.
 */
export function fetchAhead(shared: LangiumSharedServices, files: FilesOfClient): void {
  const { DocumentBuilder, LangiumDocuments } = shared.workspace;
  const textOf = (uri: URI): string | undefined =>
    LangiumDocuments.getDocument(uri)?.textDocument.getText() ?? files.textOf(uri);
  const lacking = (documents: readonly LangiumDocument[]): URI[] =>
    documents
      .flatMap(({ uri, textDocument }) => namedFiles(uri, textDocument.getText(), textOf))
      .filter((uri) => LangiumDocuments.getDocument(uri) === undefined && !files.isCurrent(uri));

  DocumentBuilder.onBuildPhase(DocumentState.Parsed, async (documents, cancelled) => {
    // A library that has come may name more.
    for (let uris = lacking(documents); uris.length > 0; uris = lacking(documents)) {
      await Promise.race([files.fetch(uris), cancellation(cancelled)]);
      // Whoever asked in the meantime was answered from what was known.
      for (const document of documents) forgetLowered(document);
      await interruptAndCheck(cancelled);
    }
  });
}

const cancellation = (token: Cancellation.CancellationToken): Promise<void> =>
  new Promise((resolve) => token.onCancellationRequested(() => resolve()));
