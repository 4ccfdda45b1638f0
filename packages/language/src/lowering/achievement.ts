import { describeUnit, isRatio } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { remedyScore, remedyValue } from "./present.js";
import { lowerShape } from "./shapes.js";
import type { Site, Typed } from "./typed.js";

export interface Achievement {
  readonly value: Typed;
  /** What it is on, as the contract names it. */
  readonly on: string;
  readonly sharesWeight: boolean;
}

/** How much of a weight or of some points is earned: a share between nothing and all, from a metric and its shape. */
export function lowerAchievement(
  line: ast.WeightLine | ast.PointsLine,
  site: Site,
  lowering: Lowering,
): Achievement | undefined {
  const scored: ast.MissingPolicy[] = [];
  const own = line.missing?.policy;
  const place = { ...site, scored, unit: undefined, ...(own ? { policy: own } : {}) };
  const lowered = lowerExpression(line.on, place, lowering);
  const subject =
    lowered && own && !scored.includes(own) && !isDeclared(line.on)
      ? remedyValue(lowered, own, { name: line.on.$cstNode?.text ?? "", node: line }, { ...site, scored }, lowering)
      : lowered;
  if (!subject) return undefined;
  const value = line.shape ? lowerShape(line.shape, subject, { ...site, scored }, lowering) : subject;
  if (!value) return undefined;
  if (!isRatio(value.unit)) {
    return lowering.report(
      "wrong-unit",
      {
        what: "What a weight earns",
        needs: "a percentage (write a shape: scaled 0% at …, 100% at …)",
        is: describeUnit(value.unit),
      },
      line,
    );
  }
  const sharesWeight = scored.some((policy) => policy.rule === "share its weight");
  const carried = scored.filter((policy) => policy.rule !== "share its weight");
  if (sharesWeight && ast.isPointsLine(line)) {
    return lowering.report("share-needs-weight", { name: line.on.$cstNode?.text ?? "This" }, line);
  }
  const remedied = remedyScore(value, carried, "ratio", line, site, lowering);
  return {
    value: remedied,
    on: ast.isNameRef(line.on) ? line.on.target.$refText : (line.on.$cstNode?.text ?? ""),
    sharesWeight,
  };
}

/** A metric or a figure has taken the line's own policy in place of its own; a score made of several has not. */
function isDeclared(on: ast.Expression): boolean {
  const target = ast.isNameRef(on) ? on.target?.ref : undefined;
  return ast.isMetric(target) || ast.isFigure(target) || ast.isGroupFigure(target);
}
