import { type AstNode, DocumentState } from "langium";
import {
  AstNodeHoverProvider,
  createRequestHandler,
  type LangiumServices,
  type LangiumSharedServices,
} from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { languageId } from "../protocol.js";

/** Tells of a name what it stands for: its title, and the contract's own words where it is declared. */
export function offerHovers(connection: Connection, shared: LangiumSharedServices, services: LangiumServices): void {
  const hovers = new DeclarationHovers(services);
  connection.onHover(
    createRequestHandler(
      (_services, document, params) => hovers.getHoverContent(document, params),
      shared,
      DocumentState.Linked,
    ),
  );
}

/** More of a declaration would hide the text beneath. */
const longest = 12;

class DeclarationHovers extends AstNodeHoverProvider {
  protected override getAstNodeHoverContent(node: AstNode & { title?: string }): string | undefined {
    if (!node.$cstNode) return undefined;
    const { text, range } = node.$cstNode;
    const lines = text.split("\n").map((line) => withoutIndent(line, range.start.character));
    const shown = lines.length > longest ? [...lines.slice(0, longest), "…"] : lines;
    const title = node.title?.replace(/^"|"$/g, "");
    return [title ? `**${title}**\n` : "", `\`\`\`${languageId}`, ...shown, "```"].join("\n");
  }
}

/** The first line of a declaration begins at its first word; the others lose as much as that word is indented. */
function withoutIndent(line: string, indent: number): string {
  return line.slice(0, indent).trim() === "" && line.startsWith(" ") ? line.slice(indent) : line;
}
