import { truth } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { percentAsRatio } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { metricInPlace } from "./metric.js";
import { policyOf, remedyScore, remedyValue } from "./present.js";
import type { Site, Typed } from "./typed.js";

/** What |z| must reach, as the tables of the normal distribution have it. */
const CRITICAL: Record<string, { readonly two: string; readonly one: string }> = {
  "0.8": { two: "1.282", one: "0.842" },
  "0.9": { two: "1.645", one: "1.282" },
  "0.95": { two: "1.96", one: "1.645" },
  "0.99": { two: "2.576", one: "2.326" },
};

/** `reduction is significant at 95% on a two-sided test`, of a metric that compares two shares. */
export function lowerSignificant(significant: ast.Significant, site: Site, lowering: Lowering): Typed | undefined {
  const { operand } = significant;
  const metric = ast.isNameRef(operand) ? operand.target?.ref : undefined;
  if (ast.isNameRef(operand) && !metric) return undefined;
  const line = ast.isMetric(metric) ? metric.lines.find(ast.isDifferenceLine) : undefined;
  const [own, other] = [line?.metric?.ref, line?.other?.ref].map((of) => shareNodes(of, lowering));
  if (!ast.isMetric(metric) || !line || !own || !other)
    return lowering.report("significance-of-shares", { what: operand.$cstNode?.text ?? "This" }, significant);
  const level = percentAsRatio(significant.level);
  const critical = CRITICAL[level];
  if (!critical) return lowering.report("significance-level", { level: `${significant.level}%` }, significant);
  const read = metricInPlace(metric, significant, site, lowering);
  if (!read) return undefined;
  const two = significant.sides === "on a two-sided test";
  const test = lowering.add(
    site.owner,
    {
      kind: "significant",
      compared: own,
      with: other,
      side: line.side === "is below" ? "below" : "above",
      sides: two ? 2 : 1,
      level,
      critical: two ? critical.two : critical.one,
    },
    significant,
    { unit: truth, grain: read.grain, axes: read.axes, time: "rate" },
  );
  const scored: ast.MissingPolicy[] = [];
  const declared = { name: metric.name, node: metric };
  const value = remedyValue(test, policyOf(metric.lines), declared, { ...site, scored }, lowering);
  if (!value || !site.denied) return value && remedyScore(value, scored, "truth", significant, site, lowering);
  site.denied.push(...scored);
  return value;
}

/** The nodes above and below the line of a share. */
function shareNodes(metric: ast.Named | undefined, lowering: Lowering): { top: string; bottom: string } | undefined {
  if (!ast.isMetric(metric) || !metric.lines.some(ast.isShareLine)) return undefined;
  const [top, bottom] = ["numerator", "denominator"].map((part) => lowering.inputs.get(`${metric.name}.${part}`));
  return top !== undefined && bottom !== undefined ? { top, bottom } : undefined;
}
