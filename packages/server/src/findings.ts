import { ConcordatDocumentBuilder } from "@concordat/language";
import { DocumentState, type LangiumDocument, URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { type CheckedNote, checkedNote } from "./protocol.js";

/**
 * Tells the editor which version of a text the findings are of, so that none are shown beside lines that have moved, and
 * sends `concordat/checked` when there is nothing more to say of it.
 */
export function nameVersions(connection: Connection, shared: LangiumSharedServices): void {
  const { DocumentBuilder, LangiumDocuments, TextDocuments } = shared.workspace;
  const read = new WeakMap<LangiumDocument, number>();
  const isOpen = (document: LangiumDocument): boolean => TextDocuments.get(document.uri) === document.textDocument;
  DocumentBuilder.onDocumentPhase(DocumentState.Parsed, (document) => {
    if (isOpen(document)) read.set(document, document.textDocument.version);
    else read.delete(document);
  });
  const send = connection.sendDiagnostics.bind(connection);
  connection.sendDiagnostics = async (params) => {
    const document = LangiumDocuments.getDocument(URI.parse(params.uri));
    const version = document && isOpen(document) ? read.get(document) : undefined;
    if (document && version !== undefined && version !== document.textDocument.version) return;
    await send(version === undefined ? params : { ...params, version });
  };
  if (!(DocumentBuilder instanceof ConcordatDocumentBuilder)) return;
  DocumentBuilder.onChecked((document) => {
    const version = isOpen(document) ? read.get(document) : undefined;
    if (version === undefined || version !== document.textDocument.version) return;
    const note: CheckedNote = { uri: document.uri.toString(), version };
    void connection.sendNotification(checkedNote, note);
  });
}
