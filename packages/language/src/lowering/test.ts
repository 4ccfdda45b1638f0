import { type Comparison, describeUnit, truth } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import { remedyScore } from "./present.js";
import type { Site, Typed } from "./typed.js";

const WORDS: Record<string, Comparison> = {
  "at least": "at-least",
  "is at least": "at-least",
  "at most": "at-most",
  "is at most": "at-most",
  above: "above",
  "is above": "above",
  below: "below",
  "is below": "below",
  is: "is",
  "is not": "is-not",
};
export const comparisonOf = (word: string): Comparison => WORDS[word] ?? "is";

export function lowerCompare(compare: ast.Compare, site: Site, lowering: Lowering): Typed | undefined {
  const scored: ast.MissingPolicy[] = [];
  const inner = { ...site, scored, unit: undefined };
  const left = lowerExpression(compare.left, inner, lowering);
  const payment = ast.isNameRef(compare.left) ? compare.left.target?.ref : undefined;
  const beside = ast.isPayment(payment) ? { ...inner, payment } : inner;
  const right = lowerExpression(compare.right, left ? { ...beside, unit: left.unit } : beside, lowering);
  const test = comparison(left, comparisonOf(compare.operator), right, compare, site, lowering);
  if (!test || !site.denied) return test && remedyScore(test, scored, "truth", compare, site, lowering);
  site.denied.push(...scored);
  return test;
}

/** One value tested against another, in one unit. Names and conditions can only be the same or not. */
export function comparison(
  left: Typed | undefined,
  word: Comparison,
  right: Typed | undefined,
  at: AstNode,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  if (!left || !right) return undefined;
  const sides = matched(left, right, "compared with", at, lowering);
  if (!sides) return undefined;
  const ordered = left.unit.kind === "quantity" || left.unit.kind === "date";
  if (!ordered && word !== "is" && word !== "is-not") {
    return lowering.report(
      "wrong-unit",
      { what: "What is compared by size", needs: "a number or a date", is: describeUnit(left.unit) },
      at,
    );
  }
  return lowering.add(
    site.owner,
    { kind: "test", left: sides[0].id, comparison: word, right: sides[1].id },
    at,
    typeOf(truth, ...sides),
  );
}
