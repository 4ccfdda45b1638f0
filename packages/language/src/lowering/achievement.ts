import { describeUnit, isRatio } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { remedyScore } from "./present.js";
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
  const subject = lowerExpression(
    line.on,
    { ...site, scored, unit: undefined, ...(own ? { policy: own } : {}) },
    lowering,
  );
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
