import { type Bounding, boundingOf, type ContractModel, type SourceRange } from "@concordat/model";
import { type AstNode, AstUtils } from "langium";
import type { Report } from "../../diagnostics/finding.js";
import type * as ast from "../../generated/ast.js";
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
  let places: Map<string, AstNode> | undefined;
  const key = ({ file = "", offset, length }: SourceRange): string => `${file} ${offset} ${length}`;
  return {
    contract,
    bounding: boundingOf(contract),
    report: lowering.report,
    at(source) {
      if (!places) {
        places = new Map();
        for (const node of AstUtils.streamAllContents(tree)) {
          const place = key(lowering.source(node));
          if (!places.has(place)) places.set(place, node);
        }
      }
      return places.get(key(source)) ?? tree;
    },
  };
}

/** As it is written, on one line. */
export const written = (node: AstNode): string => (node.$cstNode?.text ?? "").replace(/\s+/g, " ").trim();
