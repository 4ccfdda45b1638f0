import { type AstNode, AstUtils, GrammarUtils, type LangiumDocument, type URI, UriUtils } from "langium";
import type { DocumentLinkProvider, LangiumServices, LangiumSharedServices } from "langium/lsp";
import type { DocumentLink } from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import { isInside } from "../workspace/inside.js";
import { libraryFiles, standardPath, uriOf } from "../workspace/library-files.js";

/** Links out of a contract: libraries, the tables that it reads, and addresses that its own text states. */
export class ConcordatLinks implements DocumentLinkProvider {
  private readonly shared: LangiumSharedServices;

  constructor(services: LangiumServices) {
    this.shared = services.shared;
  }

  getDocumentLinks(document: LangiumDocument): DocumentLink[] {
    return AstUtils.streamAst(document.parseResult.value)
      .flatMap((node) => this.linksOf(node, document))
      .toArray();
  }

  private linksOf(node: AstNode, document: LangiumDocument): DocumentLink[] {
    if (ast.isImport(node)) return this.toLibrary(node, document);
    if (ast.isParticipantSet(node) || ast.isPlaces(node) || ast.isScaled(node) || ast.isTiered(node))
      return this.toTable(node, document);
    return ast.isReferenceLine(node) || ast.isSourceLine(node) || ast.isPublishedLine(node) || ast.isBecauseLine(node)
      ? addresses(node, document)
      : [];
  }

  private toLibrary(line: ast.Import, document: LangiumDocument): DocumentLink[] {
    const uri = uriOf(line);
    if (!uri || !libraryFiles(this.shared).library(line)) return [];
    const comesAlong = standardPath(uri) !== undefined;
    const tooltip = comesAlong ? "Open the library that comes with the language" : "Open the library";
    return link(line, document, uri, tooltip);
  }

  private toTable(node: AstNode & { path?: string }, document: LangiumDocument): DocumentLink[] {
    if (node.path === undefined || !isInside(node.path)) return [];
    const uri = UriUtils.resolvePath(UriUtils.dirname(document.uri), node.path);
    return this.isThere(uri) ? link(node, document, uri, "Open the table") : [];
  }

  /** Where files cannot be asked for, as in a browser, no link leads nowhere. */
  private isThere(uri: URI): boolean {
    try {
      return this.shared.workspace.FileSystemProvider.existsSync(uri);
    } catch {
      return false;
    }
  }
}

function link(node: AstNode, document: LangiumDocument, uri: URI, tooltip: string): DocumentLink[] {
  const path = GrammarUtils.findNodeForProperty(node.$cstNode, "path");
  return path ? [linkAt(document, path.offset + 1, path.end - 1, uri.toString(), tooltip)] : [];
}

const ADDRESS = /https?:\/\/[^\s"<>]*[^\s"<>.,;:!?)\]]/g;

function addresses(node: AstNode, document: LangiumDocument): DocumentLink[] {
  const text = GrammarUtils.findNodeForProperty(node.$cstNode, "text");
  return [...(text?.text ?? "").matchAll(ADDRESS)].map(({ 0: address, index }) =>
    linkAt(document, text!.offset + index, text!.offset + index + address.length, address, "Open the address"),
  );
}

const linkAt = (
  { textDocument }: LangiumDocument,
  from: number,
  to: number,
  target: string,
  tooltip: string,
): DocumentLink => ({
  range: { start: textDocument.positionAt(from), end: textDocument.positionAt(to) },
  target,
  tooltip,
});
