import { DocumentState, type LangiumDocument, TextDocument } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import type * as ast from "../../generated/ast.js";
import type { DeclarationText } from "./declaration.js";

/** How a line may go on behind the cursor: a name and its value, a name, or what a shape is given. */
export const STAND_INS = [" x x", " x", " with x x"] as const;

/**
 * The declaration at hand as far as the cursor, as if the file ended there, among all else that the file declares. What
 * stands behind the cursor may be half written, and the reader of the whole may then take what stands before it for
 * something else. Read as the line may go on, in the way that leaves least unread. Undefined where nothing is wrong from
 * the declaration on.
 */
export function cutOff(
  document: LangiumDocument,
  offset: number,
  { text: own, from, header }: DeclarationText,
  shared: LangiumSharedServices,
): LangiumDocument | undefined {
  const { uri, textDocument, parseResult } = document;
  const text = textDocument.getText();
  // The end of a file has no place in it.
  const isWrong = parseResult.parserErrors.some(({ token }) => !(token.startOffset < from));
  if (!isWrong || header.length > from) return undefined;
  // Every place keeps its offset.
  const padded = header + " ".repeat(from - header.length) + own.slice(header.length);
  const read = (rest: string): LangiumDocument<ast.ConcordatFile> =>
    shared.workspace.LangiumDocumentFactory.fromString(padded + rest, uri.with({ fragment: "cut-off" }));
  const [cut] = [...STAND_INS, ""]
    .map(read)
    .sort((a, b) => a.parseResult.parserErrors.length - b.parseResult.parserErrors.length);
  if (!cut) return undefined;
  place(cut.parseResult.value, parseResult.value as ast.ConcordatFile, from, offset);
  // Names are looked up in the tree alone; it stands in no workspace, and nothing rebuilds it.
  cut.state = DocumentState.ComputedScopes;
  const { languageId, version } = textDocument;
  return { ...cut, textDocument: TextDocument.create(textDocument.uri, languageId, version, text.slice(0, offset)) };
}

/** Lets what was cut off see what the whole file imports and declares. */
function place(cut: ast.ConcordatFile, whole: ast.ConcordatFile, from: number, offset: number): void {
  const isElsewhere = ({ $cstNode }: ast.ContractItem | ast.LibraryItem | ast.VariationLine): boolean =>
    $cstNode === undefined || $cstNode.offset < from || offset <= $cstNode.offset;
  cut.imports = whole.imports;
  cut.contracts[0]?.items.unshift(...(around(whole.contracts, from)?.items ?? []).filter(isElsewhere));
  cut.libraries[0]?.items.unshift(...(around(whole.libraries, from)?.items ?? []).filter(isElsewhere));
  const [variation] = cut.variations;
  const varied = around(whole.variations, from);
  if (variation && varied) {
    variation.contract = varied.contract;
    variation.lines.unshift(...varied.lines.filter(isElsewhere));
  }
  const [determination] = cut.determinations;
  const determined = around(whole.determinations, from);
  if (determination && determined) determination.contract = determined.contract;
}

const around = <T extends ast.Contract | ast.Library | ast.Variation | ast.Determination>(
  all: readonly T[],
  from: number,
): T | undefined => all.findLast(({ $cstNode }) => ($cstNode?.offset ?? 0) <= from);
