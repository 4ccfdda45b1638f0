import type { AstNode, ReferenceInfo } from "langium";
import * as ast from "../../generated/ast.js";

/** "0" for what is most likely meant at a place, "1" for what may be meant too. */
export function rankOf(candidate: AstNode | undefined, { container, property }: ReferenceInfo, before: string): string {
  const compared = /([A-Za-z][\w-]*)\s+is(?:\s+not|\s+one\s+of(?:\s+[\w-]+\s*,)*)?\s+$/.exec(before)?.[1];
  // `method is |`: first the categories of that field.
  if (compared && ast.isCategoryValue(candidate))
    return (candidate.$container.$container as ast.Named).name === compared ? "0" : "1";
  if (compared) return "2";
  if ((ast.isWeightLine(container) || ast.isPointsLine(container)) && property === "on") return isMetric(candidate);
  if (/\b(?:weight\s+\S+|points\s+\S+)\s+on\s+$/.test(before)) return isMetric(candidate);
  if (ast.isBaselineLine(candidate) || ast.isTargetLine(candidate) || ast.isParameter(candidate)) return "0";
  return "1";
}

const isMetric = (candidate: AstNode | undefined): string => (ast.isMetric(candidate) ? "0" : "1");
