import type { LangiumDocument } from "langium";
import type { CodeActionProvider } from "langium/lsp";
import type { CodeAction, CodeActionParams, Diagnostic } from "vscode-languageserver";
import type { FindingData } from "../parser/validator.js";

/** Mends with one key: every finding that carries a fix offers it. */
export class ConcordatFixes implements CodeActionProvider {
  getCodeActions(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
    return params.context.diagnostics.flatMap((diagnostic) => fixOf(document, diagnostic) ?? []);
  }
}

function fixOf(document: LangiumDocument, diagnostic: Diagnostic): CodeAction | undefined {
  const { fix } = (diagnostic.data ?? {}) as Partial<FindingData>;
  if (!fix) return undefined;
  const edits = fix.edits.map(({ offset, length, text }) => ({
    range: {
      start: document.textDocument.positionAt(offset),
      end: document.textDocument.positionAt(offset + length),
    },
    newText: text,
  }));
  return {
    title: fix.title,
    kind: "quickfix",
    diagnostics: [diagnostic],
    isPreferred: true,
    edit: { changes: { [document.textDocument.uri]: edits } },
  };
}
