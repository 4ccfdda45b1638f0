import type { LangiumSharedServices } from "langium/lsp";
import { type Connection, DiagnosticSeverity } from "vscode-languageserver";
import { type CheckAnswer, checkRequest } from "./protocol.js";

/** Answers `concordat/check`: runs also the slow checks, which no edit waits for. */
export function answerChecks(connection: Connection, shared: LangiumSharedServices): void {
  const { DocumentBuilder, LangiumDocuments, WorkspaceLock, WorkspaceManager } = shared.workspace;
  connection.onRequest(checkRequest, async (): Promise<CheckAnswer> => {
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
