import {
  type AstNode,
  Cancellation,
  DefaultLangiumDocumentFactory,
  type LangiumDocument,
  type Mutable,
  type ParseResult,
} from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import { isReadByLinesToo } from "./by-lines.js";
import { editBetween } from "./edit.js";
import { errorsOf, isClean, lieWithin } from "./errors.js";
import { relinking } from "./relinking.js";
import { declarationAround, linesBetween, type Reread, reread } from "./reparse.js";
import { splice } from "./splice.js";

/**
 * Reads only the declaration that an edit touched, where the rest of the file is sure to be read as before. A test holds
 * what comes of any edits against a fresh reading.
 */
export class ConcordatDocumentFactory extends DefaultLangiumDocumentFactory {
  /** Files that were last read whole with something wrong in them, with their lines in view. */
  private readonly byLines = new WeakSet<LangiumDocument>();

  constructor(private readonly shared: LangiumSharedServices) {
    super(shared);
  }

  override async update<T extends AstNode = AstNode>(
    document: Mutable<LangiumDocument<T>>,
    token: Cancellation.CancellationToken = Cancellation.CancellationToken.None,
  ): Promise<LangiumDocument<T>> {
    const tree = document.parseResult.value;
    const change = this.readAgain(document as LangiumDocument);
    if (change) relinking.declaration(document, change);
    const updated = await super.update(document, token);
    if (change) return updated;
    if (document.parseResult.value === tree) relinking.all(document);
    else relinking.fresh(document);
    if (isClean(errorsOf(document.parseResult))) this.byLines.delete(document);
    else this.byLines.add(document);
    return updated;
  }

  private readAgain(document: Mutable<LangiumDocument>): Reread | undefined {
    const parsed = document.parseResult as ParseResult<ast.ConcordatFile>;
    const older = parsed.value.$cstNode?.root.fullText;
    const newer = this.shared.workspace.TextDocuments.get(document.uri)?.getText();
    if (older === undefined || newer === undefined || older === newer || !ast.isConcordatFile(parsed.value)) return;
    const edit = editBetween(older, newer);
    const item = declarationAround(parsed.value, edit);
    if (!item || !this.isInDeclarations(parsed)) return;
    const { LangiumParser } = this.shared.ServiceRegistry.getServices(document.uri).parser;
    const change = reread(item, older, newer, edit, LangiumParser);
    if (!change || !this.fits(parsed, change, document)) return;
    const read = splice(parsed, change, edit, newer, linesBetween(older, newer, edit));
    document.parseResult = read;
    (read.value as Mutable<ast.ConcordatFile>).$document = document;
    return change;
  }

  /** All that is wrong lies in declarations, each inside one. */
  private isInDeclarations(parsed: ParseResult<ast.ConcordatFile>): boolean {
    const errors = errorsOf(parsed);
    if (isClean(errors)) return true;
    const items = parsed.value.contracts.flatMap((contract) => contract.items);
    const lies = (one: Parameters<typeof lieWithin>[0]): boolean =>
      items.some(({ $cstNode }) => $cstNode && lieWithin(one, $cstNode.offset + 1, $cstNode.end));
    return (
      errors.lexer.every((error) => lies({ lexer: [error], parser: [] })) &&
      errors.parser.every((error) => lies({ lexer: [], parser: [error] }))
    );
  }

  /** A text in which something is wrong is read in another way than one in which nothing is: both must agree on the rest. */
  private fits(parsed: ParseResult<ast.ConcordatFile>, { older, errors }: Reread, document: LangiumDocument): boolean {
    const { offset, end } = older.$cstNode!;
    const others = errorsOf(parsed);
    const elsewhere =
      others.lexer.some((error) => error.offset < offset || error.offset >= end) ||
      others.parser.some(({ token }) => token.startOffset < offset || token.startOffset >= end);
    const clean = isClean(errors) && !elsewhere;
    if (clean) return !this.byLines.has(document);
    if (this.byLines.has(document)) return true;
    return parsed.value.contracts.every(({ items }) => items.every((item) => item === older || isReadByLinesToo(item)));
  }
}
