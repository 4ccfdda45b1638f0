import { describeUnit, type Quantity } from "@concordat/model";
import type { AstNode } from "langium";
import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { isPercentage, matched, typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

/** Percentage points are no percentage: 3 points above 12% are 15%, 3% more than 12% are 12.36% (rule 3). */
const percentagePoints: Quantity = { kind: "quantity", dims: { "percentage points": 1 } };

/** `points of experience above 80%`: by how many percentage points; none where it is not above. */
export function lowerPointsOf(points: ast.PointsOf, site: Site, lowering: Lowering): Typed | undefined {
  const value = lowerExpression(points.value, { ...site, unit: undefined }, lowering);
  return value && pointsBeyond(value, points, points, site, lowering);
}

/** A percentage counted in points, all of them or those on one side of another percentage. */
export function pointsBeyond(
  value: Typed,
  { side, from }: { readonly side?: string; readonly from?: ast.Expression },
  at: AstNode,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  if (!isPercentage(value.unit)) {
    const units = { needs: "a percentage", is: describeUnit(value.unit) };
    return lowering.report("wrong-unit", { what: "What is counted in points", ...units }, at);
  }
  const counted = from ? beyond(value, side === "below" ? "below" : "above", from, at, site, lowering) : value;
  if (!counted) return undefined;
  const type = { unit: percentagePoints, grain: null, axes: [], time: "timeless" } as const;
  const hundred = lowering.add(site.owner, { kind: "constant", value: "100" }, at, type);
  const node = { kind: "times", left: counted.id, right: hundred.id, written: "in-points" } as const;
  return lowering.add(site.owner, node, at, typeOf(percentagePoints, counted));
}

function beyond(
  value: Typed,
  side: "above" | "below",
  from: ast.Expression,
  at: AstNode,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const other = lowerExpression(from, { ...site, unit: value.unit }, lowering);
  const sides = other && matched(value, other, "compared with", at, lowering);
  if (!sides) return undefined;
  const node = { kind: "compares", actual: sides[0].id, expected: sides[1].id, side } as const;
  return lowering.add(site.owner, node, at, typeOf(value.unit, ...sides));
}
