import {
  type AstNode,
  AstUtils,
  Cancellation,
  DefaultDocumentValidator,
  type DiagnosticData,
  DocumentValidator,
  interruptAndCheck,
  type LangiumDocument,
  type ParseResult,
  type ValidationAcceptor,
  type ValidationOptions,
} from "langium";
import type { LangiumServices, LangiumSharedServices } from "langium/lsp";
import type { Diagnostic } from "vscode-languageserver-types";
import type { Fix } from "../diagnostics/finding.js";
import { linksOf } from "../diagnostics/links.js";
import { SyntaxFindings } from "./findings.js";
import { unknownNames } from "./unknown-names.js";

/** What a diagnostic carries for an editor: its entry in the catalogue is its code, a fix of one key is in its data. */
export interface FindingData extends DiagnosticData {
  readonly fix?: Fix;
  /** Other ways to mend it, where there is a choice. */
  readonly otherFixes?: readonly Fix[];
}

/** Findings about the text and its names. While the text does not parse, nothing is said of names: they may be in what is lost. */
export class ConcordatDocumentValidator extends DefaultDocumentValidator {
  private readonly syntax: SyntaxFindings;
  private readonly shared: LangiumSharedServices;

  constructor(services: LangiumServices) {
    super(services);
    this.shared = services.shared;
    const keywords = Object.keys(services.parser.Lexer.definition).filter((name) => /^[a-z]/.test(name));
    this.syntax = new SyntaxFindings(services.Grammar, keywords);
  }

  private syntaxOf(document: LangiumDocument): Diagnostic[] {
    return this.syntax.of(document).map(({ id, message, offset, length, fix }) => ({
      severity: 1,
      code: id,
      ...linksOf(id),
      message,
      range: {
        start: document.textDocument.positionAt(offset),
        end: document.textDocument.positionAt(offset + length),
      },
      source: this.getSource()!,
      data: { code: DocumentValidator.ParsingError, ...(fix ? { fix } : {}) } satisfies FindingData,
    }));
  }

  /** Things of a file are looked at whole: below them there is nothing to visit. */
  protected override async validateAstNodes(
    root: AstNode,
    { categories }: ValidationOptions,
    accept: ValidationAcceptor,
    token: Cancellation.CancellationToken = Cancellation.CancellationToken.None,
  ): Promise<void> {
    for (const thing of [root, ...AstUtils.streamContents(root)]) {
      for (const check of this.validationRegistry.getChecks(thing.$type, categories)) {
        await interruptAndCheck(token);
        await check(thing, accept, token);
      }
    }
  }

  // Told together: what the lexer and the parser say of one line is one mistake.
  protected override processLexingErrors(): void {}
  protected override processParsingErrors(parseResult: ParseResult, diagnostics: Diagnostic[]): void {
    const document = parseResult.value.$document;
    if (document) diagnostics.push(...this.syntaxOf(document));
  }

  protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[]): void {
    if (doesNotParse(document.parseResult)) return;
    for (const { error, at } of unknownNames(document, this.shared)) {
      const { id, meant } = error;
      const fix: Fix | undefined = meant
        ? { title: `Write ${meant}`, edits: [{ offset: at.offset, length: at.length, text: meant }] }
        : undefined;
      diagnostics.push({
        severity: 1,
        code: id,
        ...linksOf(id),
        message: error.message,
        range: at.range,
        source: this.getSource()!,
        data: { code: DocumentValidator.LinkingError, ...(fix ? { fix } : {}) } satisfies FindingData,
      });
    }
  }
}

export const doesNotParse = ({ lexerErrors, parserErrors }: ParseResult): boolean =>
  lexerErrors.length > 0 || parserErrors.length > 0;
