import { type AstNode, AstUtils, type GrammarAST, type LangiumDocument } from "langium";
import { AstNodeHoverProvider } from "langium/lsp";
import type { Hover, HoverParams } from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import { KINDS } from "../parser/linking.js";
import { aboutFinding, acceptedAt } from "./advice.js";
import { helpOn } from "./help.js";

/** What a word of the language says; of a name, what it stands for and how the contract declares it. */
export class ConcordatHoverProvider extends AstNodeHoverProvider {
  /** Of what is accepted: what it says and why. */
  override async getHoverContent(document: LangiumDocument, params: HoverParams): Promise<Hover | undefined> {
    const accepted = acceptedAt(document, document.textDocument.offsetAt(params.position));
    if (accepted) return { contents: { kind: "markdown", value: aboutFinding(accepted) } };
    return super.getHoverContent(document, params);
  }

  protected override getKeywordHoverContent(node: AstNode): Hover | undefined {
    const word = (node as GrammarAST.Keyword).value;
    const help = helpOn(word);
    return help ? { contents: { kind: "markdown", value: `**${word}**: ${help}` } } : undefined;
  }

  protected override getAstNodeHoverContent(node: AstNode): string | undefined {
    if (!node.$cstNode) return undefined;
    const { title, name } = node as { title?: string; name?: string };
    const kind = KINDS[node.$type];
    const heading = [title ? `**${title}**` : `**${name ?? node.$cstNode.text}**`, kind].filter(Boolean).join(", ");
    return [heading, ...provenance(node), "", "```concordat", ...declaration(node), "```"].join("\n");
  }
}

/** The library that a thing comes from, and what the library says of its source. */
function provenance(node: AstNode): string[] {
  const library = AstUtils.getContainerOfType(node, ast.isLibrary);
  if (!library || library === node) return [];
  const source = library.items.find(ast.isSourceLine)?.text;
  return ["", `From ${library.title ?? library.name}.${source === undefined ? "" : ` Source: ${source}.`}`];
}

/** More of a declaration would hide the text beneath. */
const LONGEST = 12;

function declaration({ $cstNode }: AstNode): string[] {
  const { text, range } = $cstNode!;
  const lines = text.split("\n").map((line) => withoutIndent(line, range.start.character));
  return lines.length > LONGEST ? [...lines.slice(0, LONGEST), "…"] : lines;
}

/** The first line of a declaration begins at its first word; the others lose as much as that word is indented. */
const withoutIndent = (line: string, indent: number): string =>
  line.slice(0, indent).trim() === "" ? line.slice(indent) : line;
