import { describeUnit, quotientOf } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { adopt, typeOf } from "./match.js";
import type { Site, Typed } from "./typed.js";

export function lowerDivided(quotient: ast.Arithmetic, site: Site, lowering: Lowering): Typed | undefined {
  const inner = { ...site, unit: undefined };
  const top = lowerExpression(quotient.left, inner, lowering);
  const bottom = lowerExpression(quotient.right, inner, lowering);
  if (!top || !bottom) return undefined;
  for (const side of [top, bottom]) {
    if (side.unit.kind !== "quantity") {
      return lowering.report(
        "wrong-unit",
        { what: "What is divided", needs: "a number", is: describeUnit(side.unit) },
        quotient,
      );
    }
  }
  const [over, under] = [adopt(top, bottom, lowering), bottom];
  if (over.unit.kind !== "quantity" || under.unit.kind !== "quantity") return undefined;
  const { unit, scale } = quotientOf(over.unit, under.unit);
  const scaled = scale.toText() === "1" ? {} : { scale: scale.toText() };
  return lowering.add(
    site.owner,
    { kind: "divided", top: over.id, bottom: under.id, ...scaled },
    quotient,
    typeOf(unit, over, under),
  );
}
