import type { LangiumDocument, References } from "langium";
import type { CodeActionProvider, LangiumServices } from "langium/lsp";
import { type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic } from "vscode-languageserver";
import type { Fix } from "../diagnostics/finding.js";
import type { FindingData } from "../parser/validator.js";
import { sourceActions } from "./source-actions.js";

/** Mends with one key: every finding that carries a fix offers it, and the other ways to mend it below; then what can be done with the file. */
export class ConcordatFixes implements CodeActionProvider {
  private readonly references: References;

  constructor(services: LangiumServices) {
    this.references = services.references.References;
  }

  getCodeActions(document: LangiumDocument, { context }: CodeActionParams): CodeAction[] {
    const mends =
      context.only === undefined || context.only.some((kind) => kind === "" || kind === CodeActionKind.QuickFix);
    return [
      ...(mends ? context.diagnostics.flatMap((diagnostic) => fixesOf(document, diagnostic)) : []),
      // Said only where asked for: beside the fix of one line nobody looks for them.
      ...(context.only ? sourceActions(document, context, this.references) : []),
    ];
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
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred,
    edit: { changes: { [document.textDocument.uri]: edits } },
  };
}
