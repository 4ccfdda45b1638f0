import * as ast from "../generated/ast.js";
import { lineKey } from "../reuse/line-key.js";

/** A metric's own lines, then those of the library's metric that it is a variant of and does not replace. */
export function linesOf(metric: ast.Metric): ast.MetricLine[] {
  const lines: ast.MetricLine[] = [];
  const keys = new Set<string>();
  for (const each of lineage(metric)) {
    for (const line of each.lines) if (!keys.has(lineKey(line))) lines.push(line);
    for (const line of each.lines) keys.add(lineKey(line));
  }
  return lines;
}

/** The metric, then the one that it is a variant of, and so on; each once. */
export function lineage(metric: ast.Metric): ast.Metric[] {
  const all = [metric];
  for (let base = baseOf(metric); base && !all.includes(base); base = baseOf(base)) all.push(base);
  return all;
}

export function baseOf(metric: ast.Metric): ast.Metric | undefined {
  const base = metric.base?.target?.ref;
  return ast.isMetric(base) ? base : undefined;
}
