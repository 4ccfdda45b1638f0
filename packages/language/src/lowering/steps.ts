import { describeUnit, isRatio, type LineConstruct } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { textOf } from "../mends/edits.js";
import { lowerAtLeast } from "./at-least.js";
import { lowerAtMost } from "./at-most.js";
import { less } from "./less.js";
import type { Lowering } from "./lowering.js";
import { mustBeMoney } from "./pays.js";
import { plus } from "./plus.js";
import { roundTyped } from "./rounded.js";
import { lowerShape } from "./shapes.js";
import { times } from "./times.js";
import type { Site, Typed } from "./typed.js";

/** One `then …` step on the amount so far. */
export function lowerStep(step: ast.Step, it: Typed, site: Site, lowering: Lowering): Typed | undefined {
  const place = { ...site, it };
  const after = apply(step, it, place, lowering);
  return after && mustBeMoney(after, "The amount after this step", step, lowering);
}

function apply(step: ast.Step, it: Typed, site: Site, lowering: Lowering): Typed | undefined {
  switch (step.$type) {
    case "ArithmeticStep":
      switch (step.operator) {
        case "plus":
          return plus(it, step.operand, step, site, lowering);
        case "less":
          return less(it, step.operand, step, !site.recoverable, site, lowering);
        default:
          return times(it, step.operand, step, "times", site, lowering);
      }
    case "LimitStep":
      return step.limit === "at most" ? lowerAtMost(it, step, site, lowering) : lowerAtLeast(it, step, site, lowering);
    case "RoundStep":
      return roundTyped(it, step.rounding, step, site, lowering);
    case "ShapeStep":
      return shaped(step.shape, it, site, lowering);
  }
}

/** A scale or tiers of shares, standing on something else, are a share of the amount so far; bands are its slices. */
function shaped(shape: ast.Shape, it: Typed, site: Site, lowering: Lowering): Typed | undefined {
  const value = lowerShape(shape, it, site, lowering);
  if (!value || !isRatio(value.unit)) return value;
  if (ast.isBanded(shape)) {
    return lowering.report(
      "wrong-unit",
      { what: "The amount after this step", needs: "money", is: describeUnit(value.unit) },
      shape,
    );
  }
  const limit =
    ast.isTiered(shape) && !shape.x ? shape.tiers.map(({ test }) => test).find(ast.isPartialTest) : undefined;
  if (limit) lowering.report("tiers-for-bands", { at: textOf(limit.to ?? limit.from) }, shape);
  const type = { unit: it.unit, grain: it.grain, axes: [...new Set([...it.axes, ...value.axes])], time: it.time };
  return lowering.add(site.owner, { kind: "times", left: value.id, right: it.id, written: "of" }, shape, type);
}

/** The construct of a step: its home has this name in every package. */
export function constructOf(step: ast.Step): LineConstruct {
  switch (step.$type) {
    case "ArithmeticStep":
      return step.operator === "plus" ? "plus" : step.operator === "less" ? "less" : "times";
    case "LimitStep":
      return step.limit === "at most" ? "at-most" : "at-least";
    case "RoundStep":
      return "rounded";
    case "ShapeStep":
      return ast.isScaled(step.shape) ? "scaled" : ast.isTiered(step.shape) ? "tiered" : "banded";
  }
}
