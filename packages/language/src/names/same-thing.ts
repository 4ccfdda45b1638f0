import { type AstNode, AstUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import { counterpart } from "../variations/apply.js";
import { deedAround, deedsOf } from "../variations/deeds.js";
import { categories, contractOf } from "./declared.js";
import { isAxis } from "./scope.js";

/** The thing that a declaration is of: what a deed changes is declared by the contract. */
export function originalOf(node: AstNode): AstNode {
  const line = AstUtils.getContainerOfType(node, ast.isChangeLine);
  const contract = line && deedAround(line)?.contract?.ref;
  const item = line?.item && ast.isContract(contract) ? counterpart(line.item, contract) : undefined;
  if (!item || !line) return node;
  return node === line.item ? item : (likeIn(item, node) ?? node);
}

/** Every declaration of one thing: itself, as deeds change it, and what must have the same name as it. */
export function declarationsOf(node: AstNode, shared: LangiumSharedServices): AstNode[] {
  const here = [node, ...sameByAxis(node)];
  const contract = contractOf(node);
  if (!contract) return here;
  const changes = deedsOf(contract, shared).flatMap(({ variation }) => variation.lines.filter(ast.isChangeLine));
  const there = changes.flatMap(({ item }) => {
    const changed = item && counterpart(item, contract);
    if (!changed) return [];
    return here.flatMap((one) => {
      if (one === changed) return [item];
      const inside = isInside(one, changed) ? likeIn(item, one) : undefined;
      return inside ? [inside] : [];
    });
  });
  return [...here, ...there];
}

const isInside = (node: AstNode, around: AstNode): boolean => {
  for (let at = node.$container; at; at = at.$container) if (at === around) return true;
  return false;
};

/** The part of one text of a thing that is the same part as a node of another: of its kind and name. */
const likeIn = (item: AstNode, node: AstNode): AstNode | undefined => {
  const { name } = node as Partial<ast.Named>;
  if (name === undefined) return undefined;
  return AstUtils.streamAllContents(item).find(
    (other) => other.$type === node.$type && (other as Partial<ast.Named>).name === name,
  );
};

/** Fields of one name in several records are one axis, where there is something for each of their values. */
function sameByAxis(node: AstNode): AstNode[] {
  const field = ast.isField(node) ? node : ast.isCategoryValue(node) ? node.$container.$container : undefined;
  const contract = field && contractOf(field);
  if (!contract || !ast.isField(field) || !ast.isRecords(field.$container) || !isAxisOf(contract, field.name))
    return [];
  const others = contract.items
    .filter(ast.isRecords)
    .flatMap(({ fields }) => fields.filter((other) => other !== field && other.name === field.name && isAxis(other)));
  if (ast.isField(node)) return others;
  return others.flatMap((other) => categories(other).filter(({ name }) => name === (node as ast.CategoryValue).name));
}

const isAxisOf = (contract: ast.Contract, name: string): boolean =>
  AstUtils.streamAllContents(contract).some((node) => {
    if (ast.isForEach(node) || ast.isCountAcross(node) || ast.isCombined(node) || ast.isStandardisedLine(node))
      return node.axis?.$refText === name;
    return ast.isTable(node) && node.key?.$refText === name;
  });
