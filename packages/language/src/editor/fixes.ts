import type { LangiumDocument } from "langium";
import type { CodeActionProvider } from "langium/lsp";
import type { CodeAction, CodeActionParams, Diagnostic } from "vscode-languageserver";
import type { Fix } from "../diagnostics/finding.js";
import type { FindingData } from "../parser/validator.js";

/** Mends with one key: every finding that carries a fix offers it, and the other ways to mend it below. */
export class ConcordatFixes implements CodeActionProvider {
  getCodeActions(document: LangiumDocument, params: CodeActionParams): CodeAction[] {
    return params.context.diagnostics.flatMap((diagnostic) => fixesOf(document, diagnostic));
  }
}

function fixesOf(document: LangiumDocument, diagnostic: Diagnostic): CodeAction[] {
  const { fix, otherFixes = [] } = (diagnostic.data ?? {}) as Partial<FindingData>;
  return [...(fix ? [fix] : []), ...otherFixes].map((each) => actionOf(each, each === fix, document, diagnostic));
}

function actionOf(fix: Fix, isPreferred: boolean, document: LangiumDocument, diagnostic: Diagnostic): CodeAction {
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
    isPreferred,
    edit: { changes: { [document.textDocument.uri]: edits } },
  };
}
