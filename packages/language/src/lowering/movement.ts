import { ratio } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { linesOf } from "../names/metric-lines.js";
import { lowerLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { lowerMetricValue } from "./metric.js";
import type { Site, Typed } from "./typed.js";

/**
 * What is said of a metric beside its own baseline or target. `fall in M`: how far it lies below its baseline, in its own
 * unit, nothing where it does not; `fall on baseline of M`: the same as a percentage of the baseline; `rise` likewise;
 * `percentage of target of M`: the metric itself as a percentage of its target.
 */
export function lowerMovement(movement: ast.Movement, site: Site, lowering: Lowering): Typed | undefined {
  const metric = movement.metric?.ref;
  if (!ast.isMetric(metric)) return undefined;
  const line = movement.way === "percentage of target of" ? "target" : "baseline";
  const lines = linesOf(metric);
  const anchor = line === "target" ? lines.find(ast.isTargetLine) : lines.find(ast.isBaselineLine);
  if (!anchor) return lowering.report("line-missing", { thing: metric.name, line }, movement);
  const at = {
    $type: "NameRef",
    $cstNode: movement.$cstNode,
    $container: movement.$container,
    target: movement.metric,
    earned: false,
  };
  const value = lowerMetricValue(metric, at as unknown as ast.NameRef, site, lowering);
  const written = lowerLiteral(anchor.value, value ? { ...site, unit: value.unit } : site, lowering);
  if (!value || !written) return undefined;
  const from = lowering.call(written, line);
  const compared = line === "target" ? value : distance(value, from, movement, site, lowering);
  const part = movement.way.endsWith("of") ? partOf(compared, from, movement, site, lowering) : compared;
  return lowering.call(part, `${movement.way} ${metric.name}`);
}

function distance(value: Typed, from: Typed, movement: ast.Movement, site: Site, lowering: Lowering): Typed {
  const side = movement.way.startsWith("fall") ? "below" : "above";
  const node = { kind: "compares", actual: value.id, expected: from.id, side } as const;
  return lowering.add(site.owner, node, movement, typeOf(value.unit, value));
}

/** A percentage of the baseline or target; not reported where that is 0. */
function partOf(value: Typed, whole: Typed, movement: ast.Movement, site: Site, lowering: Lowering): Typed {
  const node = { kind: "divided", top: value.id, bottom: whole.id, written: "as-percentage" } as const;
  return lowering.add(site.owner, node, movement, typeOf(ratio, value));
}
