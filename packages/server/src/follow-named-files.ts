import { forgetLowered } from "@concordat/language";
import { type FileSystemProvider, type LangiumDocument, URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { FileChangeType, type FileEvent } from "vscode-languageserver";
import { FilesOfClient } from "./client-files/files-of-client.js";
import { namedFiles } from "./client-files/named-files.js";

/**
 * Reads a contract again when a file that it names has changed, come or gone: a table of participants, a curve. The
 * language itself follows contracts and libraries only.
 */
export function followNamedFiles(shared: LangiumSharedServices, files: FileSystemProvider): void {
  const { LangiumDocuments } = shared.workspace;
  const handler = shared.lsp.DocumentUpdateHandler;
  const read = handler.didChangeWatchedFiles?.bind(handler);
  if (!read) return;

  const textOf = (uri: URI): string | undefined => LangiumDocuments.getDocument(uri)?.textDocument.getText();
  const names = ({ uri, textDocument }: LangiumDocument, changed: readonly string[]): boolean =>
    namedFiles(uri, textDocument.getText(), textOf)
      .map((named) => named.toString())
      .some((named) => changed.some((each) => named === each || named.startsWith(`${each}/`)));

  handler.didChangeWatchedFiles = ({ changes }) => {
    const changed = changes.map(({ uri }) => URI.parse(uri).toString());
    if (files instanceof FilesOfClient) for (const uri of changed) files.outdate(URI.parse(uri));
    const others = changed.filter((uri) => !shared.ServiceRegistry.hasServices(URI.parse(uri)));
    const readers =
      others.length === 0 ? [] : LangiumDocuments.all.filter((document) => names(document, others)).toArray();
    for (const document of readers) forgetLowered(document);
    const again = readers.map(({ uri }): FileEvent => ({ uri: uri.toString(), type: FileChangeType.Changed }));
    read({ changes: [...changes, ...again] });
  };
}
