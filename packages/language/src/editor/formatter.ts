import { CstUtils, type LangiumDocument } from "langium";
import type { Formatter, LangiumServices } from "langium/lsp";
import type {
  DocumentOnTypeFormattingOptions,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  Position,
  TextEdit,
} from "vscode-languageserver";
import { doesNotParse } from "../parser/validator.js";
import { indentedByBraces } from "./format/half-written.js";
import { type Change, layOut } from "./format/lay-out.js";

/**
 * Gives a contract its form: columns, indentation, empty lines. The form is the language's and nobody's to choose, so that
 * what two parties compare differs only where it says something else. A text that does not parse is left as it is.
 */
export class ConcordatFormatter implements Formatter {
  constructor(private readonly services: LangiumServices) {}

  formatDocument(document: LangiumDocument): TextEdit[] {
    return editsOf(document, this.changes(document));
  }

  /** The lines of the range, in the columns that they have in the whole text. */
  formatDocumentRange(document: LangiumDocument, { range }: DocumentRangeFormattingParams): TextEdit[] {
    return editsOf(document, this.within(document, range.start.line, range.end.line));
  }

  /**
   * After a line break, the line that it ended; after a brace, the block that it closed. While the text does not parse,
   * which is most of the time that somebody writes, the line of the cursor gets its indentation.
   */
  formatDocumentOnType(document: LangiumDocument, params: DocumentOnTypeFormattingParams): TextEdit[] {
    const { ch, position } = params;
    if (doesNotParse(document.parseResult))
      return editsOf(document, indentedByBraces(document.textDocument, position.line, this.services));
    if (ch === "}") return editsOf(document, this.within(document, openingLine(document, position), position.line));
    const line = position.line - 1;
    return editsOf(document, this.within(document, line, line));
  }

  get formatOnTypeOptions(): DocumentOnTypeFormattingOptions {
    return { firstTriggerCharacter: "}", moreTriggerCharacter: ["\n"] };
  }

  private changes(document: LangiumDocument): Change[] {
    if (doesNotParse(document.parseResult)) return [];
    return layOut(document.textDocument.getText(), document.parseResult.value, this.services) ?? [];
  }

  /** What changes on some lines; what stands before a word belongs to the word's line. */
  private within(document: LangiumDocument, first: number, last: number): Change[] {
    return this.changes(document).filter(({ end }) => {
      const { line } = document.textDocument.positionAt(end);
      return first <= line && line <= last;
    });
  }
}

const editsOf = ({ textDocument }: LangiumDocument, changes: readonly Change[]): TextEdit[] =>
  changes.map(({ offset, end, text }) => ({
    range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(end) },
    newText: text,
  }));

/** Where the block begins whose closing brace stands before the cursor. */
function openingLine({ textDocument, parseResult }: LangiumDocument, position: Position): number {
  const root = parseResult.value.$cstNode;
  const brace = root && CstUtils.findLeafNodeAtOffset(root, textDocument.offsetAt(position) - 1);
  return brace?.astNode.$cstNode?.range.start.line ?? position.line;
}
