import { type PeriodKind, quotientOf, Rational } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { axisOf } from "../names/axis.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { lowerTally } from "./tally.js";
import { whatOf } from "./time-between.js";
import type { Typed } from "./typed.js";

/** `rate count of spells where …, per 1,000 average registered-65`: so many for every N of those below the line. */
export function lowerRate(
  metric: ast.Metric,
  line: ast.RateLine,
  each: PeriodKind,
  lowering: Lowering,
): Typed | undefined {
  const { tally, per } = line;
  if (!tally) return undefined;
  const aggregate = tally.kind === "sum of" ? "sum" : tally.kind === "count of" ? "count" : "people";
  const what = whatOf(tally, lowering);
  const top = what && lowerTally(metric, { ...what, part: "numerator", aggregate, set: tally.of, at: tally }, lowering);
  const axes = axisOf(metric.forEach?.axis?.ref);
  const bottom = lowerExpression(line.base, { owner: metric.name, grain: each, axes: axes ? [axes] : [] }, lowering);
  if (!top || !bottom || top.unit.kind !== "quantity" || bottom.unit.kind !== "quantity") return undefined;
  const { unit } = quotientOf(top.unit, bottom.unit);
  const n = Rational.parse(per).toText();
  const rate = n === "1" ? unit : { ...unit, per: n };
  const type = { unit: rate, grain: null, axes: [...new Set([...top.axes, ...bottom.axes])], time: "rate" } as const;
  return lowering.add(
    metric.name,
    { kind: "divided", top: top.id, bottom: bottom.id, ...(n === "1" ? {} : { scale: n }) },
    line,
    type,
  );
}
