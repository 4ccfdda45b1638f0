import { type AstNode, AstUtils, type CstNode, GrammarUtils, type LangiumDocument } from "langium";
import type { DocumentSymbolProvider, LangiumServices, NodeKindProvider } from "langium/lsp";
import type { DocumentSymbol } from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import { KINDS } from "../parser/linking.js";

/** The outline of a file: what it declares, under the name and the title that it has, with what belongs to it inside. */
export class ConcordatSymbols implements DocumentSymbolProvider {
  private readonly kinds: NodeKindProvider;

  constructor({ shared }: LangiumServices) {
    this.kinds = shared.lsp.NodeKindProvider;
  }

  getSymbols({ parseResult }: LangiumDocument): DocumentSymbol[] {
    return this.inside(parseResult.value);
  }

  private inside(node: AstNode): DocumentSymbol[] {
    return AstUtils.streamContents(node)
      .toArray()
      .flatMap((child) => this.symbolsOf(child));
  }

  private symbolsOf(node: AstNode): DocumentSymbol[] {
    // The values of a field are many and short: they stand on the field's own line.
    if (ast.isCategoryValue(node)) return [];
    const children = this.inside(node);
    const word = nameWord(node);
    const { name, title } = node as Partial<ast.Titled>;
    if (name === undefined || !word || !node.$cstNode) return children;
    const { range } = node.$cstNode;
    return [
      {
        name,
        detail: title ?? KINDS[node.$type] ?? "",
        kind: this.kinds.getSymbolKind(node),
        range,
        selectionRange: word.range,
        ...(children.length > 0 ? { children } : {}),
      },
    ];
  }
}

/** Where a thing's name stands. */
export const nameWord = ({ $cstNode }: AstNode): CstNode | undefined =>
  GrammarUtils.findNodeForProperty($cstNode, "name");
