import { type AstNode, AstUtils, CstUtils, type LangiumDocuments, type References } from "langium";
import * as ast from "../../generated/ast.js";

/** More would hide what the name means. */
const LISTED = 5;

/** "Used 4 times: in outcomes, gain-loss and good-year." */
export function usesOf(node: AstNode, references: References, documents: LangiumDocuments): string {
  const found = references.findReferences(node, { includeDeclaration: false }).toArray();
  if (found.length === 0) return "Nothing refers to it.";
  const places = found.map(({ sourceUri, segment }) => {
    const root = documents.getDocument(sourceUri)?.parseResult.value.$cstNode;
    const leaf = root && CstUtils.findLeafNodeAtOffset(root, segment.offset);
    return leaf && ownerOf(leaf.astNode);
  });
  const names = [...new Set(places.filter((name) => name !== undefined))];
  const times = found.length === 1 ? "once" : found.length === 2 ? "twice" : `${found.length} times`;
  return names.length === 0 ? `Used ${times}.` : `Used ${times}: in ${listed(names)}.`;
}

/** The declaration that a use stands in. */
function ownerOf(node: AstNode): string | undefined {
  const item = AstUtils.getContainerOfType(
    node,
    (at): at is AstNode => ast.isContract(at.$container) || ast.isLibrary(at.$container) || ast.isVariation(at),
  );
  return (item as Partial<ast.Named> | undefined)?.name;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, LISTED).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  if (more > 0) return `${shown.join(", ")} and ${more} more`;
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}
