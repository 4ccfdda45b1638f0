import { compareKinds, type PeriodKind } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { textOf } from "../mends/edits.js";
import { lowerDated } from "./dated.js";
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
  // A cumulative amount is the whole to date, so a cap over the term is a plain one.
  if (site.cumulative !== undefined && span !== undefined && span !== "term") {
    return lowering.report("cumulative-reads", { payment: site.cumulative, name: `a limit "${step.span}"` }, step);
  }
  const longer = site.cumulative === undefined && span !== undefined && site.grain !== null && span !== site.grain;
  if (longer && (kind === "at-least" || compareKinds(span, site.grain) < 0)) {
    return lowering.report("cap-span", { span: step.span!, period: site.grain }, step);
  }
  const limit = longer
    ? limitOf(step, span, { ...site, grain: span, it: undefined }, lowering)
    : limitOf(step, span, { ...site, it }, lowering);
  if (!limit) return undefined;
  // A written amount in a payment of less than a year: a reader may well take it for the year's.
  if (kind === "at-most" && !span && ast.isMoney(step.operand) && site.grain && compareKinds(site.grain, "year") < 0)
    lowering.report("cap-without-span", { limit: textOf(step).replace(/\s+/g, " "), period: site.grain }, step);
  const plain = { ...typeOf(it.unit, it, limit), grain: site.grain };
  // What was let through before differs between those who joined at different times.
  const joining = lowering.participants.filter((set) => (set.joining ?? set.leaving) !== undefined);
  const varying = longer ? site.axes.filter((axis) => joining.some(({ name }) => name === axis)) : [];
  const type = { ...plain, axes: [...new Set([...plain.axes, ...varying])] };
  const over = longer && kind === "at-most" ? { over: { span, payment: site.owner } } : {};
  return lowering.add(site.owner, { kind, of: it.id, limit: limit.id, ...over }, step, type);
}

/** An amount that is written for `each …` is that part of it where the term cuts the span short (rule 5). */
function limitOf(step: ast.LimitStep, span: PeriodKind | undefined, site: Site, lowering: Lowering): Typed | undefined {
  if (span === undefined || span === "term" || !ast.isMoney(step.operand)) {
    return moneyLimit(step.operand, step, site, lowering);
  }
  const { $cstNode, $container } = step.operand;
  const written = { $type: "DatedValue", $cstNode, $container, value: step.operand, changes: [] };
  const limit = lowerDated(written as unknown as ast.DatedValue, span, site, lowering);
  return limit && mustBeMoney(limit, "A limit on an amount", step, lowering);
}

/** A limit in money: `£2,000,000`, `10% of benchmark`, `payment-cap of benchmark`. */
export function moneyLimit(expression: ast.Expression, at: AstNode, site: Site, lowering: Lowering): Typed | undefined {
  const limit = lowerExpression(expression, site, lowering);
  return limit && mustBeMoney(limit, "A limit on an amount", at, lowering);
}
