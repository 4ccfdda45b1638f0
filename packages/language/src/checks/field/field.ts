import { type Bounding, boundingOf, type ContractModel, type SourceRange } from "@concordat/model";
import { type AstNode, AstUtils, type LangiumDocument } from "langium";
import type { Report } from "../../diagnostics/finding.js";
import type * as ast from "../../generated/ast.js";
import { remembered } from "../../incremental/remembered.js";
import type { Lowering } from "../../lowering/lowering.js";

/** What a law of the field looks at: the contract as data, what it can come to, and the text, where advice is told. */
export interface Field {
  readonly contract: ContractModel;
  readonly bounding: Bounding;
  readonly report: Report;
  /** The outermost thing that was written just there. */
  at(source: SourceRange): AstNode;
}

export function fieldOf(contract: ContractModel, tree: ast.Contract, lowering: Lowering): Field {
  const document = AstUtils.getDocument(tree);
  const { putTogether } = lowering;
  const bounding = boundingOf(contract, latest.get(document)?.get(contract.name));
  if (!putTogether) latest.set(document, new Map(latest.get(document)).set(contract.name, bounding));
  const at = putTogether ? anywhere(tree, lowering) : inItsDeclaration(tree);
  return { contract, bounding, report: lowering.report, at };
}

/** In a text that was put together a place is one of several files. */
function anywhere(tree: ast.Contract, lowering: Lowering): Field["at"] {
  let places: Map<string, AstNode> | undefined;
  const key = ({ file = "", offset, length }: SourceRange): string => `${file} ${offset} ${length}`;
  return (source) => {
    places ??= outermost(tree, (node) => key(lowering.source(node)));
    return places.get(key(source)) ?? tree;
  };
}

function inItsDeclaration(tree: ast.Contract): Field["at"] {
  const starts = tree.items.map(({ $cstNode }) => $cstNode?.offset ?? 0);
  return ({ offset, length }) => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    const item = tree.items[low - 1];
    return (item && placesIn(item).get(`${offset - starts[low - 1]!} ${length}`)) ?? tree;
  };
}

/** From the beginning of a declaration, wherever that is. */
const placesIn = remembered((item: ast.ContractItem) => {
  const start = item.$cstNode?.offset ?? 0;
  return outermost(item, ({ $cstNode }) => `${($cstNode?.offset ?? 0) - start} ${$cstNode?.length ?? 0}`);
});

function outermost(root: AstNode, keyOf: (node: AstNode) => string): Map<string, AstNode> {
  const places = new Map<string, AstNode>();
  for (const node of AstUtils.streamAst(root)) {
    const key = keyOf(node);
    if (!places.has(key)) places.set(key, node);
  }
  return places;
}

/** What was last worked out of a file's contracts: most of it holds after an edit. */
const latest = new WeakMap<LangiumDocument, ReadonlyMap<string, Bounding>>();

/** As it is written, on one line. */
export const written = (node: AstNode): string => (node.$cstNode?.text ?? "").replace(/\s+/g, " ").trim();
