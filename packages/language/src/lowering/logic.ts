import { describeUnit, truth } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { remedyScore } from "./present.js";
import type { Site, Typed } from "./typed.js";

export function lowerLogic(logic: ast.Logic, site: Site, lowering: Lowering): Typed | undefined {
  const left = lowerCondition(logic.left, site, lowering);
  const right = lowerCondition(logic.right, site, lowering);
  if (!left || !right) return undefined;
  const operator = logic.operator === "and" ? "and" : "or";
  return lowering.add(
    site.owner,
    { kind: "logic", operator, operands: [left.id, right.id] },
    logic,
    typeOf(truth, left, right),
  );
}

export function lowerNot(not: ast.Not, site: Site, lowering: Lowering): Typed | undefined {
  const denied: ast.MissingPolicy[] = [];
  const operand = lowerCondition(not.operand, { ...site, denied }, lowering);
  if (!operand) return undefined;
  const value = lowering.add(
    site.owner,
    { kind: "logic", operator: "not", operands: [operand.id] },
    not,
    typeOf(truth, operand),
  );
  if (!site.denied) return remedyScore(value, denied, "truth", not, site, lowering);
  site.denied.push(...denied);
  return value;
}

/** An expression that must be true or not. */
export function lowerCondition(expression: ast.Expression, site: Site, lowering: Lowering): Typed | undefined {
  // A name that is itself yes or no is the test that "treat as missed" speaks of.
  const scored: ast.MissingPolicy[] = [];
  const place = ast.isNameRef(expression) ? { ...site, scored } : site;
  const value = lowerExpression(expression, place, lowering);
  if (value?.unit.kind === "truth") return remedyScore(value, scored, "truth", expression, site, lowering);
  if (!value) return undefined;
  return lowering.report(
    "wrong-unit",
    { what: "This", needs: "a condition, such as quality at least 85%", is: describeUnit(value.unit) },
    expression,
  );
}
