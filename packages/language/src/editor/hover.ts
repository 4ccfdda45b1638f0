import {
  type AstNode,
  AstUtils,
  CstUtils,
  type GrammarAST,
  type LangiumDocument,
  type LangiumDocuments,
  type LeafCstNode,
} from "langium";
import { AstNodeHoverProvider, type LangiumServices, type LangiumSharedServices } from "langium/lsp";
import type { Hover, HoverParams } from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import { KINDS } from "../parser/linking.js";
import { aboutFinding, acceptedAt } from "./advice.js";
import { helpOn } from "./help.js";
import { amountMeant } from "./hover/amounts.js";
import { daysMeant, periodsMeant } from "./hover/days.js";
import { rangeOfDeclared } from "./hover/range.js";
import { usesOf } from "./hover/uses.js";

/**
 * What a word of the language says; of a name, what it stands for, what it can come to and where it is used; of a date or
 * a period, which days it means; of an amount made of others, what it comes to.
 */
export class ConcordatHoverProvider extends AstNodeHoverProvider {
  private readonly shared: LangiumSharedServices;
  private readonly documents: LangiumDocuments;

  constructor(services: LangiumServices) {
    super(services);
    this.shared = services.shared;
    this.documents = services.shared.workspace.LangiumDocuments;
  }

  override async getHoverContent(document: LangiumDocument, params: HoverParams): Promise<Hover | undefined> {
    const offset = document.textDocument.offsetAt(params.position);
    const accepted = acceptedAt(document, offset);
    if (accepted) return markdown(aboutFinding(accepted));
    const root = document.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, offset);
    if (!leaf) return undefined;
    const days = daysMeant(leaf);
    if (days) return markdown(days);
    const help = await super.getHoverContent(document, params);
    const more = [periodsMeant(leaf), amountMeant(leaf, this.shared)].filter((each) => each !== undefined);
    if (more.length === 0) return help;
    return markdown([textOf(help), ...more].filter((part) => part !== "").join("\n\n"), rangeOf(leaf));
  }

  protected override getKeywordHoverContent(node: AstNode): Hover | undefined {
    const word = (node as GrammarAST.Keyword).value;
    const help = helpOn(word);
    return help ? markdown(`**${word}**: ${help}`) : undefined;
  }

  protected override getAstNodeHoverContent(node: AstNode): string | undefined {
    if (!node.$cstNode) return undefined;
    const { title, name } = node as { title?: string; name?: string };
    const kind = KINDS[node.$type];
    const heading = [title ? `**${title}**` : `**${name ?? node.$cstNode.text}**`, kind].filter(Boolean).join(", ");
    const facts = [
      ...rangeOfDeclared(node, this.shared),
      ...(name ? [usesOf(node, this.references, this.documents)] : []),
    ];
    const about = facts.length > 0 ? ["", ...facts.map((fact, index) => (index === 0 ? fact : `\n${fact}`))] : [];
    return [heading, ...provenance(node), ...about, "", "```concordat", ...declaration(node), "```"].join("\n");
  }
}

const markdown = (value: string, range?: Hover["range"]): Hover => ({
  contents: { kind: "markdown", value },
  ...(range ? { range } : {}),
});
const textOf = (hover: Hover | undefined): string => (hover?.contents as { value?: string } | undefined)?.value ?? "";
const rangeOf = ({ range }: LeafCstNode): Hover["range"] => range;

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
