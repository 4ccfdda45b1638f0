import type * as ast from "../generated/ast.js";
import { textOf } from "../mends/edits.js";
import { lowerCombined, lowerCountAcross } from "./across.js";
import { lowerAsAt } from "./as-at.js";
import { lowerDivided } from "./divided.js";
import { lowerExtreme } from "./extreme.js";
import { lowerLess } from "./less.js";
import { lowerLiteral } from "./literals.js";
import { lowerLogic, lowerNot } from "./logic.js";
import type { Lowering } from "./lowering.js";
import { lowerMovement } from "./movement.js";
import { lowerIts, lowerItsPool, lowerNameRef } from "./names.js";
import { lowerPartOf, lowerThePool } from "./on-account.js";
import { lowerPointsOf } from "./percentage-points.js";
import { lowerPlus } from "./plus.js";
import { lowerReach } from "./reach.js";
import { lowerSignificant } from "./significant.js";
import { lowerCompare } from "./test.js";
import { lowerOf, lowerTimes } from "./times.js";
import type { Site, Typed } from "./typed.js";

/** Lowers an expression where it stands. Undefined where something in it is wrong and has been told. */
export function lowerExpression(
  expression: ast.Expression | undefined,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  if (!expression) return undefined;
  switch (expression.$type) {
    case "Logic":
      return lowerLogic(expression, site, lowering);
    case "Not":
      return lowerNot(expression, site, lowering);
    case "Compare":
      return lowerCompare(expression, site, lowering);
    case "Arithmetic":
      switch (expression.operator) {
        case "plus":
          return lowerPlus(expression, site, lowering);
        case "less":
          return lowerLess(expression, site, lowering);
        case "times":
          return lowerTimes(expression, site, lowering);
        default:
          return lowerDivided(expression, site, lowering);
      }
    case "Of":
      return lowerOf(expression, site, lowering);
    case "Extreme":
      return lowerExtreme(expression, site, lowering);
    case "CountAcross":
      return lowerCountAcross(expression, site, lowering);
    case "Combined":
      return lowerCombined(expression, site, lowering);
    case "Reach":
      return lowerReach(expression, site, lowering);
    case "It":
      return site.it ?? lowering.report("it-without-amount", {}, expression);
    case "ItsPool":
      return lowerItsPool(expression, site, lowering);
    case "ThePool":
      return lowerThePool(expression, site, lowering);
    case "PartOf":
      return lowerPartOf(expression, site, lowering);
    case "Its":
      return lowerIts(expression, site, lowering);
    case "NameRef":
      return lowerNameRef(expression, site, lowering);
    case "Money":
    case "Percent":
    case "NumberLiteral":
    case "DateLiteral":
      return lowerLiteral(expression, site, lowering);
    case "Significant":
      return lowerSignificant(expression, site, lowering);
    case "OneOf":
    case "Known":
      return lowering.report("condition-of-records", { condition: textOf(expression) }, expression);
    case "AsAt":
      return lowerAsAt(expression, site, lowering);
    case "PointsOf":
      return lowerPointsOf(expression, site, lowering);
    case "Movement":
      return lowerMovement(expression, site, lowering);
    case "That":
      return lowering.report("not-a-value", { name: `that ${expression.axis?.$refText}`, kind: "a party" }, expression);
  }
}
