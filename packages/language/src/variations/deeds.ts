import { type AstNode, AstUtils, UriUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import type { FileDocument } from "../workspace/library-files.js";

/** A deed with the day from which it is in force; one without such a line is in force on no day. */
export interface Deed {
  readonly variation: ast.Variation;
  readonly effective: string;
}

/** The deed or determination that a node stands in. */
export const deedAround = (node: AstNode): ast.Variation | ast.Determination | undefined =>
  AstUtils.getContainerOfType(
    node,
    (at): at is ast.Variation | ast.Determination => ast.isVariation(at) || ast.isDetermination(at),
  );

/** The contracts that a deed or a determination may be of: in its own folder or in one around it, the nearest last. */
export function contractsAround(node: AstNode, shared: LangiumSharedServices): ast.Contract[] {
  const folder = folderOf(AstUtils.getDocument(node) as FileDocument);
  return filesOf(shared)
    .filter((document) => folder.startsWith(folderOf(document)))
    .sort((a, b) => folderOf(a).length - folderOf(b).length)
    .flatMap((document) => document.parseResult.value.contracts);
}

/** Every deed of a contract, in the order in which they take effect; of one day, by file and place. */
export function deedsOf(contract: ast.Contract, shared: LangiumSharedServices): Deed[] {
  return filesOf(shared)
    .flatMap((document) => document.parseResult.value.variations)
    .filter((variation) => isOf(variation, contract, shared))
    .flatMap((variation): Deed[] => {
      const effective = effectiveOf(variation);
      return effective === undefined ? [] : [{ variation, effective }];
    })
    .sort((a, b) =>
      a.effective < b.effective ? -1 : a.effective > b.effective ? 1 : byPlace(a.variation, b.variation),
    );
}

/** Every determination of a contract, by file and place. */
export const determinationsOf = (contract: ast.Contract, shared: LangiumSharedServices): ast.Determination[] =>
  filesOf(shared)
    .flatMap((document) => document.parseResult.value.determinations)
    .filter((determination) => isOf(determination, contract, shared))
    .sort(byPlace);

export const effectiveOf = (variation: ast.Variation): string | undefined =>
  variation.lines.find(ast.isEffectiveLine)?.date;

/** By name and folder, so that the answer is the same before names are linked. */
function isOf(node: ast.Variation | ast.Determination, contract: ast.Contract, shared: LangiumSharedServices): boolean {
  if (node.contract?.$refText !== contract.name) return false;
  return contractsAround(node, shared).findLast(({ name }) => name === contract.name) === contract;
}

const filesOf = (shared: LangiumSharedServices): FileDocument[] =>
  shared.workspace.LangiumDocuments.all.toArray() as FileDocument[];

const folderOf = (document: FileDocument): string =>
  `${UriUtils.dirname(document.uri).toString()}/`.replace(/\/+$/, "/");

function byPlace(a: AstNode, b: AstNode): number {
  const [fileA, fileB] = [a, b].map((node) => AstUtils.getDocument(node).uri.toString()) as [string, string];
  return fileA < fileB ? -1 : fileA > fileB ? 1 : (a.$cstNode?.offset ?? 0) - (b.$cstNode?.offset ?? 0);
}
