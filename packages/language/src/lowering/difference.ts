import { compareKinds, type PeriodKind, ratio } from "@concordat/model";
import * as ast from "../generated/ast.js";
import type { Lowering } from "./lowering.js";
import { matched } from "./match.js";
import type { Typed } from "./typed.js";

/**
 * `how far reoffending is below reoffending-elsewhere`: a metric set against that of a comparison group, in their unit, or
 * as a percentage of the other. Where it lies the other way the value is below nothing.
 */
export function lowerDifference(
  metric: ast.Metric,
  line: ast.DifferenceLine,
  each: PeriodKind,
  lowering: Lowering,
): Typed | undefined {
  const [own, other] = [line.metric, line.other].map((of) => comparable(metric, of?.ref, each, line, lowering));
  if (!own || !other) return undefined;
  const sides = matched(own, other, "compared with", line, lowering);
  if (!sides) return undefined;
  const [from, take] = line.side === "is below" ? [sides[1], sides[0]] : sides;
  const axes = [...new Set([...own.axes, ...other.axes])];
  const type = { unit: own.unit, grain: null, axes, time: "rate" } as const;
  const difference = lowering.add(
    metric.name,
    { kind: "less", from: from.id, take: take.id, floor: false },
    line,
    type,
  );
  if (!line.relative) return difference;
  const relative = { kind: "divided", top: difference.id, bottom: sides[1].id } as const;
  return lowering.add(metric.name, relative, line, { ...type, unit: ratio });
}

/** A metric that another may be set against over a kind of period, for the same rows. */
function comparable(
  metric: ast.Metric,
  of: ast.Named | undefined,
  each: PeriodKind,
  line: ast.DifferenceLine,
  lowering: Lowering,
): Typed | undefined {
  if (!ast.isMetric(of)) return undefined;
  if (of.lines.some(ast.isDifferenceLine))
    return lowering.report("compares-comparison", { metric: metric.name, other: of.name }, line);
  const typed = lowering.values.get(`metric ${of.name}`);
  if (!typed?.grain) return undefined;
  const own = metric.forEach?.axis?.ref;
  const axis = typed.axes.find((candidate) => candidate !== own?.name);
  if (axis) return lowering.report("of-which", { name: of.name, axis }, line);
  if (compareKinds(typed.grain, each) > 0)
    return lowering.report("longer-into-shorter", { name: of.name, longer: typed.grain, shorter: each }, line);
  return typed;
}

/** The metrics whose tallies a metric is worked out from: its own, or those of the two that it compares. */
export function measuredIn(metric: ast.Metric): ast.Metric[] {
  const line = metric.lines.find(ast.isDifferenceLine);
  return line ? [line.metric?.ref, line.other?.ref].filter(ast.isMetric) : [metric];
}
