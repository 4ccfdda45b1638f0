import { describeUnit, productOf } from "@concordat/model";
import type { AstNode } from "langium";
import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import { lineBefore, lowerLineOf } from "./line-value.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

export function lowerTimes(product: ast.Arithmetic, site: Site, lowering: Lowering): Typed | undefined {
  const left = lowerExpression(product.left, { ...site, unit: undefined }, lowering);
  return times(left, product.right, product, "times", site, lowering);
}

/** `5% of target-cost`, `max-share of it`: a product that reads as a part of a whole. */
export function lowerOf(part: ast.Of, site: Site, lowering: Lowering): Typed | undefined {
  const line = lineBefore(part);
  if (line) return lowerLineOf(line, part, site, lowering);
  const left = lowerExpression(part.left, { ...site, unit: undefined }, lowering);
  return times(left, part.right, part, "of", site, lowering);
}

export function times(
  left: Typed | undefined,
  operand: ast.Expression,
  at: AstNode,
  written: "of" | "times",
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const right = lowerExpression(operand, { ...site, unit: undefined }, lowering);
  if (!left || !right) return undefined;
  for (const side of [left, right]) {
    if (side.unit.kind !== "quantity") {
      return lowering.report(
        "wrong-unit",
        { what: "What is multiplied", needs: "a number", is: describeUnit(side.unit) },
        at,
      );
    }
  }
  if (left.unit.kind !== "quantity" || right.unit.kind !== "quantity") return undefined;
  const { unit, scale } = productOf(left.unit, right.unit);
  const scaled = scale.toText() === "1" ? {} : { scale: scale.toText() };
  return lowering.add(
    site.owner,
    { kind: "times", left: left.id, right: right.id, written, ...scaled },
    at,
    typeOf(unit, left, right),
  );
}
