import type { AstNode } from "langium";
import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

export function lowerPlus(sum: ast.Arithmetic, site: Site, lowering: Lowering): Typed | undefined {
  const left = lowerExpression(sum.left, site, lowering);
  return plus(left, sum.right, sum, site, lowering);
}

/** Adds an expression to a value: a sum in a formula, and the step `then plus …`. */
export function plus(
  left: Typed | undefined,
  operand: ast.Expression,
  at: AstNode,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const right = lowerExpression(operand, left ? { ...site, unit: left.unit } : site, lowering);
  if (!left || !right) return undefined;
  const sides = matched(left, right, "added to", at, lowering);
  if (!sides) return undefined;
  return lowering.add(
    site.owner,
    { kind: "plus", terms: sides.map((side) => side.id) },
    at,
    typeOf(sides[0].unit, ...sides),
  );
}
