import type { AstNode } from "langium";
import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

export function lowerLess(difference: ast.Arithmetic, site: Site, lowering: Lowering): Typed | undefined {
  const left = lowerExpression(difference.left, site, lowering);
  return less(left, difference.right, difference, false, site, lowering);
}

/** Takes an expression off a value. `floor`: an amount of a payment is a size and stops at nothing (rule 9). */
export function less(
  left: Typed | undefined,
  operand: ast.Expression,
  at: AstNode,
  floor: boolean,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const right = lowerExpression(operand, left ? { ...site, unit: left.unit } : site, lowering);
  if (!left || !right) return undefined;
  const sides = matched(left, right, "set against", at, lowering);
  if (!sides) return undefined;
  const [from, take] = sides;
  return lowering.add(
    site.owner,
    { kind: "less", from: from.id, take: take.id, floor },
    at,
    typeOf(from.unit, from, take),
  );
}
