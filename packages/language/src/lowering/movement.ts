import * as ast from "../generated/ast.js";
import { lowerLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { lowerMetricValue } from "./metric.js";
import type { Site, Typed } from "./typed.js";

/** `fall in emergency-rate`: how far the metric lies below its baseline; nothing where it does not. `rise in` likewise. */
export function lowerMovement(movement: ast.Movement, site: Site, lowering: Lowering): Typed | undefined {
  const metric = movement.metric?.ref;
  if (!ast.isMetric(metric)) return undefined;
  const baseline = metric.lines.find(ast.isBaselineLine);
  if (!baseline) return lowering.report("line-missing", { thing: metric.name, line: "baseline" }, movement);
  const at = {
    $type: "NameRef",
    $cstNode: movement.$cstNode,
    $container: movement.$container,
    target: movement.metric,
    earned: false,
  };
  const value = lowerMetricValue(metric, at as unknown as ast.NameRef, site, lowering);
  const from = lowerLiteral(baseline.value, value ? { ...site, unit: value.unit } : site, lowering);
  if (!value || !from) return undefined;
  const expected = lowering.call(from, "baseline");
  const side = movement.way === "fall in" ? "below" : "above";
  const moved = lowering.add(
    site.owner,
    { kind: "compares", actual: value.id, expected: expected.id, side },
    movement,
    typeOf(value.unit, value),
  );
  return lowering.call(moved, `${movement.way} ${metric.name}`);
}
