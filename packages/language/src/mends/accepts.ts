import { type AstNode, AstUtils } from "langium";
import { ACCEPTABLE } from "../checks/accepts.js";
import type { Fix, Found } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { addLine, fix, remove, replace } from "./edits.js";
import type { Mends } from "./mends.js";

export const acceptMends: Mends = {
  "accepts-unknown": ({ node, parameters: { hint } }) =>
    hint ? [fix(`Write ${hint}`, replace(node, hint, "finding"))] : [],
  "accepts-error": ({ node }) => [fix("Leave the line out", remove(node))],
  "accepts-nothing": ({ node }) => [fix("Leave the line out", remove(node))],
};

/** Blocks in which a line `accept` may stand, and their lines. */
function linesOf(node: AstNode): readonly AstNode[] | undefined {
  if (ast.isContract(node)) return node.items;
  if (ast.isPayment(node) || ast.isSideBlock(node) || ast.isMetric(node)) return node.lines;
  if (ast.isBalance(node) || ast.isGovernance(node) || ast.isExample(node)) return node.lines;
  return undefined;
}

/** Advice can always be accepted, where it is given. */
export function acceptingFix({ id, node }: Found): readonly Fix[] {
  if (!ACCEPTABLE.includes(id)) return [];
  const block = AstUtils.getContainerOfType(node, (at): at is AstNode => linesOf(at) !== undefined);
  if (!block) return [];
  const line = `accept ${id} because "Agreed by the parties"`;
  return [fix(`Accept it: ${line}`, addLine(block, linesOf(block)!, line))];
}
