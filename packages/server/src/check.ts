import type { LangiumSharedServices } from "langium/lsp";
import { type Connection, DiagnosticSeverity, FileChangeType } from "vscode-languageserver";
import { FilesOfClient } from "./client-files/files-of-client.js";
import { type CheckAnswer, checkRequest } from "./protocol.js";

/** Answers `concordat/check`: runs also the slow checks, which no edit waits for. */
export function answerChecks(connection: Connection, shared: LangiumSharedServices): void {
  const { DocumentBuilder, LangiumDocuments, WorkspaceLock, WorkspaceManager } = shared.workspace;
  connection.onRequest(checkRequest, async (): Promise<CheckAnswer> => {
    await lookAgain(shared);
    await WorkspaceManager.ready;
    await WorkspaceLock.write((cancelled) =>
      DocumentBuilder.build(LangiumDocuments.all.toArray(), { validation: true }, cancelled),
    );
    const documents = LangiumDocuments.all.toArray();
    const findings = documents.flatMap((document) => document.diagnostics ?? []);
    const count = (severity: DiagnosticSeverity) => findings.filter((finding) => finding.severity === severity).length;
    return {
      files: documents.length,
      errors: count(DiagnosticSeverity.Error),
      warnings: count(DiagnosticSeverity.Warning),
    };
  });
}

/** Files that the editor reads may have changed without its knowledge: in a browser nobody watches a folder. */
async function lookAgain({ lsp, workspace }: LangiumSharedServices): Promise<void> {
  const { FileSystemProvider: files } = workspace;
  if (!(files instanceof FilesOfClient)) return;
  const changed = await files.readAllAgain();
  if (changed.length === 0) return;
  const changes = changed.map((uri) => ({ uri: uri.toString(), type: FileChangeType.Changed as FileChangeType }));
  lsp.DocumentUpdateHandler.didChangeWatchedFiles?.({ changes });
}
