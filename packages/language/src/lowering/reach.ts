import { type NodeOf, type PeriodKind, periodAt, previousDay } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { matched, typeOf } from "./match.js";
import { countsPeople } from "./metric.js";
import { lowerNameRef } from "./names.js";
import { policyOf, remedyValue } from "./present.js";
import { backOf } from "./reported-from.js";
import type { Site, Typed } from "./typed.js";

const WAYS: Record<string, NodeOf<"reach">["how"]> = {
  previous: "previous",
  "year to date": "year-to-date",
  "since the start": "since-the-start",
  "average of the last": "average-of-the-last",
};

/** `previous X`, `year to date X`, `since the start X`, `average of the last 4 X`: a value of other periods (rule 4). */
export function lowerReach(reach: ast.Reach, site: Site, lowering: Lowering): Typed | undefined {
  const target = reach.operand?.target?.ref;
  const how = WAYS[reach.how];
  if (!target || !how) return undefined;
  const { name } = target;
  if (site.cumulative !== undefined) {
    return lowering.report("cumulative-reads", { payment: site.cumulative, name: `"${reach.how} ${name}"` }, reach);
  }
  const value = lowerNameRef(reach.operand, site, lowering);
  if (!value) return undefined;
  const grain = site.grain ?? value.grain;
  if (grain === null) return lowering.report("reach-timeless", { name, how: reach.how }, reach);
  const adds = how === "year-to-date" || how === "since-the-start";
  if (adds && !addsUp(target, value, reach, lowering)) return undefined;
  const count = Number(reach.count ?? 1);
  if (how === "average-of-the-last" && (!Number.isInteger(count) || count < 2)) {
    return lowering.report("reach-count", { count: reach.count ?? "0" }, reach);
  }
  const first = reach.first && lowerFirst(reach.first, value, reach, site, lowering);
  if (reach.first && !first) return undefined;
  const type = { ...typeOf(value.unit, value), grain };
  const back = backOf(target);
  const node = {
    kind: "reach",
    of: value.id,
    how,
    ...(how === "average-of-the-last" ? { count } : {}),
    ...(first ? { first: first.id } : {}),
    ...(back ? { back } : {}),
    recompute: adds && ast.isMetric(target) && !isSum(target),
  } as const;
  const reached = lowering.add(site.owner, node, reach, type);
  lowering.call(reached, `${reach.how}${reach.count ? ` ${reach.count}` : ""} ${name}`);
  const covered = back !== undefined && reachesBack(back, grain, how === "previous" ? 1 : count - 1, lowering);
  return adds || first || covered ? reached : beforeTheTerm(target, reached, reach, site, lowering);
}

/** Whether so many whole periods before the term are reported. */
function reachesBack(back: string, kind: PeriodKind, count: number, { calendar }: Lowering): boolean {
  if (kind === "term") return false;
  let day = periodAt(kind, calendar.from, calendar).fullFrom;
  for (let left = count; left > 0; left--) day = periodAt(kind, previousDay(day), { ...calendar, from: back }).fullFrom;
  return back <= day;
}

/** Whether the value can be taken over several periods at once, and what is wrong where it cannot. */
function addsUp(target: ast.Named, value: Typed, reach: ast.Reach, lowering: Lowering): boolean {
  const { name } = target;
  if (ast.isMetric(target)) {
    const people = countsPeople(target, lowering);
    if (people) lowering.report("people-not-additive", { name, how: reach.how }, reach);
    return !people;
  }
  const counted = value.unit.kind === "quantity" && Object.keys(value.unit.dims).length > 0 && !value.unit.per;
  if (value.time === "flow" && counted) return true;
  lowering.report("reach-not-flow", { name, how: reach.how }, reach);
  return false;
}

/** A count or a sum of records: it adds. A rate, a share or a mean is worked out again. */
const isSum = (metric: ast.Metric): boolean =>
  metric.lines.some((line) => ast.isCountLine(line) || (ast.isSumLine(line) && line.kind === "sum of"));

function lowerFirst(
  expression: ast.Expression,
  value: Typed,
  reach: ast.Reach,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const first = lowerExpression(expression, { ...site, unit: value.unit }, lowering);
  return first && matched(value, first, "held against", reach, lowering)?.[1];
}

/** Where the term does not go back so far, the value's own policy holds, if it says something that comes about. */
function beforeTheTerm(
  target: ast.Named,
  reached: Typed,
  reach: ast.Reach,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const policy = ast.isMetric(target)
    ? policyOf(target.lines)
    : ast.isFigure(target) || ast.isGroupFigure(target)
      ? policyOf(target.details)
      : undefined;
  switch (policy?.rule) {
    case "treat as met":
    case "treat as missed":
    case "share its weight":
      return reached;
    case "hold at the previous value":
    case "treat as baseline": {
      const baseline = ast.isMetric(target) ? target.lines.find(ast.isBaselineLine)?.value : undefined;
      const declared = { name: target.name, node: target, ...(baseline ? { baseline } : {}) };
      return remedyValue(reached, policy, declared, site, lowering);
    }
    default:
      return lowering.report("reach-needs-first", { name: target.name, how: reach.how }, reach);
  }
}
