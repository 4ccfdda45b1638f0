import type { AstNode } from "langium";
import { AstUtils } from "langium";
import { rangeOf } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { fix, insertAfter, insertBefore, replace, textOf } from "./edits.js";
import type { Mends } from "./mends.js";

export const unitMends: Mends = {
  "only-payments-earn": ({ node }) => {
    const { offset, length } = rangeOf(node);
    const words = /\s+earned$/.exec(textOf(node))?.[0].length ?? 0;
    return [fix('Leave out "earned"', { offset: offset + length - words, length: words, text: "" })];
  },
  "bare-for-percent": ({ node, parameters: { number } }) => {
    const written = [node, ...AstUtils.streamAllContents(node)].find(
      (part): part is ast.NumberLiteral =>
        ast.isNumberLiteral(part) && part.value === number && part.unit === undefined,
    );
    return written ? [fix(`Write ${number}%`, insertAfter(written, "%"))] : [];
  },
  "level-needs-average": ({ node }) => [
    fix("Write average before it", insertBefore(node, "average ")),
    fix("Write latest before it", insertBefore(node, "latest ")),
  ],
  "not-combinable": ({ node }) =>
    ast.isNameRef(node)
      ? [
          fix("Write latest before it", insertBefore(node, "latest ")),
          fix("Write average before it", insertBefore(node, "average ")),
        ]
      : [],
  "of-which": ({ node, parameters: { name, axis } }) => (ast.isNameRef(node) ? combining(node, name, axis) : []),
  "unit-mismatch": ({ node }) => {
    const sides = sidesOf(node);
    const written = sides.find((side) => ast.isNumberLiteral(side) && side.unit !== undefined);
    const other = sides.find((side) => side !== written);
    const unit = unitOf(other);
    if (!written || !unit || !ast.isNumberLiteral(written) || written.unit === unit) return [];
    return [fix(`Write ${unit}`, replace(written, unit, "unit"))];
  },
};

/** One value out of all of them; or, in a payment for all, a payment for each. */
function combining(node: ast.NameRef, name: string, axis: string) {
  const target = node.target?.ref;
  const set = AstUtils.getContainerOfType(node, ast.isContract)?.items.find(
    (item): item is ast.ParticipantSet => ast.isParticipantSet(item) && item.name === axis,
  );
  if (!set || ast.isExpectLine(node.$container)) return [];
  const figure = ast.isFigure(target) || ast.isGroupFigure(target) ? target : undefined;
  const percentage = figure && ast.isSimpleType(figure.type) && figure.type.kind === "percentage";
  const ways = percentage ? ["average", "highest", "lowest"] : ["total", "average", "highest"];
  return ways.map((how) => fix(`Write ${how} ${name} across ${axis}`, replace(node, `${how} ${name} across ${axis}`)));
}

function sidesOf(node: AstNode): ast.Expression[] {
  if (ast.isCompare(node) || ast.isArithmetic(node)) return [node.left, node.right];
  if (ast.isPartialTest(node)) {
    const line = AstUtils.getContainerOfType(
      node,
      (at): at is ast.WeightLine => ast.isWeightLine(at) || ast.isPointsLine(at),
    );
    return line ? [line.on, node.from] : [];
  }
  return [];
}

/** What a side counts, where that is declared or written. */
function unitOf(side: ast.Expression | undefined): string | undefined {
  if (ast.isNumberLiteral(side)) return side.unit;
  const target = ast.isNameRef(side) ? side.target?.ref : ast.isCombined(side) ? side.operand.target?.ref : undefined;
  if ((ast.isFigure(target) || ast.isGroupFigure(target)) && ast.isCountType(target.type)) return target.type.of;
  return undefined;
}
