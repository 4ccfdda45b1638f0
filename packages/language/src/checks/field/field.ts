import {
  type Bounding,
  boundingOf,
  type ContractModel,
  type Metric,
  type Payment,
  type SourceRange,
} from "@concordat/model";
import { type AstNode, AstUtils } from "langium";
import type { Report } from "../../diagnostics/finding.js";
import type * as ast from "../../generated/ast.js";
import { remembered } from "../../incremental/remembered.js";
import type { Lowering } from "../../lowering/lowering.js";
import { doneOnce } from "../../lowering/redo.js";

/** What a law of the field looks at: the contract as data, what it can come to, and the text, where advice is told. */
export interface Field {
  readonly contract: ContractModel;
  readonly bounding: Bounding;
  readonly report: Report;
  /** What is worked out of a payment or a metric by itself: once, for as long as nothing changes of what it reads. */
  once<T>(what: string, of: Payment | Metric, work: () => T): T;
  /** The outermost thing that was written just there. */
  at(source: SourceRange): AstNode;
}

export function fieldOf(contract: ContractModel, tree: ast.Contract, lowering: Lowering): Field {
  const { putTogether } = lowering;
  const bounding = boundingOf(contract);
  const at = putTogether ? anywhere(tree, lowering) : inItsDeclaration(tree);
  const items = new Map(tree.items.flatMap((item) => ("name" in item ? [[item.name, item] as const] : [])));
  const once: Field["once"] = (what, { name }, work) => {
    const item = items.get(name);
    return item ? doneOnce(what, item, lowering, work) : work();
  };
  return { contract, bounding, report: lowering.report, once, at };
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

/** As it is written, on one line. */
export const written = (node: AstNode): string => (node.$cstNode?.text ?? "").replace(/\s+/g, " ").trim();
