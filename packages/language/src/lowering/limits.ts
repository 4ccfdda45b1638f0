import { compareKinds } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { textOf } from "../mends/edits.js";
import { lowerExpression } from "./expressions.js";
import { kindOf, type Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { mustBeMoney } from "./pays.js";
import type { Site, Typed } from "./typed.js";

/** `then at most …`, `then at least …`: a cap or a floor on the amount so far. */
export function lowerLimit(
  kind: "at-most" | "at-least",
  it: Typed,
  step: ast.LimitStep,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const span = kindOf(step.span);
  if (span && span !== site.grain) {
    return lowering.report("cap-span", { span: step.span!, period: site.grain ?? "period" }, step);
  }
  const limit = moneyLimit(step.operand, step, { ...site, it }, lowering);
  if (!limit) return undefined;
  // A written amount in a payment of less than a year: a reader may well take it for the year's.
  if (kind === "at-most" && !span && ast.isMoney(step.operand) && site.grain && compareKinds(site.grain, "year") < 0)
    lowering.report("cap-without-span", { limit: textOf(step).replace(/\s+/g, " "), period: site.grain }, step);
  return lowering.add(site.owner, { kind, of: it.id, limit: limit.id }, step, typeOf(it.unit, it, limit));
}

/** A limit in money: `£2,000,000`, `10% of benchmark`, `payment-cap of benchmark`. */
export function moneyLimit(expression: ast.Expression, at: AstNode, site: Site, lowering: Lowering): Typed | undefined {
  const limit = lowerExpression(expression, site, lowering);
  return limit && mustBeMoney(limit, "A limit on an amount", at, lowering);
}
