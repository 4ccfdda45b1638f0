import {
  compareKinds,
  describeUnit,
  type Metric,
  type MetricKind,
  type PeriodKind,
  ratio,
  sameUnit,
  type Tally,
  type Unit,
} from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { isMeasureLine, type MeasureLine } from "../names/measure-line.js";
import { lowerDifference, measuredIn } from "./difference.js";
import { lowerFollowed } from "./followed.js";
import { readLiteral } from "./literals.js";
import { kindOf, type Lowering } from "./lowering.js";
import { isPercentage } from "./match.js";
import { policyOf, remedyValue } from "./present.js";

import { lowerRate } from "./rate.js";
import { doneOnce } from "./redo.js";
import { lowerStandardised } from "./standardised.js";
import { lowerTally, type TallyTerms } from "./tally.js";
import { lowerReachedWithin, type Measured, whatOf } from "./time-between.js";
import type { Site, Typed } from "./typed.js";

/** A metric as declared, and the node that works it out. */
export interface LoweredMetric {
  readonly declared: Metric;
  readonly typed: Typed;
}

/** Every metric, in the order of the contract; those that set two others against each other read these. */
export function lowerMetrics(metrics: readonly ast.Metric[], lowering: Lowering): (Metric | undefined)[] {
  const declared = new Map<ast.Metric, Metric | undefined>();
  const compares = (metric: ast.Metric): boolean => metric.lines.some(ast.isDifferenceLine);
  for (const metric of [...metrics.filter((one) => !compares(one)), ...metrics.filter(compares)]) {
    const lower = (): Metric | undefined => {
      const lowered = declareMetric(metric, lowering);
      if (lowered) lowering.values.set(`metric ${metric.name}`, lowered.typed);
      return lowered?.declared;
    };
    declared.set(metric, ast.isContract(metric.$container) ? doneOnce("metric", metric, lowering, lower) : lower());
  }
  return metrics.map((metric) => declared.get(metric));
}

function declareMetric(metric: ast.Metric, lowering: Lowering): LoweredMetric | undefined {
  const line = metric.lines.find(isMeasureLine);
  const each = kindOf(metric.lines.find(ast.isMeasuredLine)?.each);
  if (!line)
    return lowering.report(
      "part-missing",
      {
        thing: metric.name,
        part: "a line that says what is measured: count of, sum of, mean of, median of, rate or share of",
      },
      metric,
      { property: "name" },
    );
  if (!each)
    return lowering.report("line-missing", { thing: metric.name, line: "measured each year" }, metric, {
      property: "name",
    });
  const cohort = metric.forEach?.axis?.ref;
  if (ast.isCohort(cohort) && each !== "term")
    return lowering.report("cohort-over-term", { metric: metric.name, cohort: cohort.name }, metric.forEach!);
  const formula = lowerFormula(metric, line, each, lowering);
  if (!formula) return undefined;
  const { kind, value } = formula;
  const needs = lowerNeeds(metric, kind, lowering);
  const range = metric.lines.find(ast.isRangeLine);
  const decimals = range?.decimals === undefined ? {} : { decimals: Number(range.decimals) };
  const typed = lowering.add(
    metric.name,
    {
      kind: "metric",
      metric: metric.name,
      of: value.id,
      ...(needs ? { needs: { atLeast: needs.atLeast, tally: needs.node, what: needs.of } } : {}),
      ...decimals,
    },
    metric,
    { unit: value.unit, grain: each, axes: value.axes, time: "rate" },
  );
  lowering.call(typed, metric.name, metric.title);
  const number = (amount: ast.Amount | undefined): string | undefined => inUnit(amount, value.unit, metric, lowering);
  const from = number(range?.from);
  const to = number(range?.to);
  const baseline = number(metric.lines.find(ast.isBaselineLine)?.value);
  const target = number(metric.lines.find(ast.isTargetLine)?.value);
  const better = metric.lines.find(ast.isBetterLine)?.direction;
  const policy = policyOf(metric.lines);
  const source = metric.lines.find(ast.isSourceLine)?.text;
  const owner = metric.lines.find(ast.isOwnerLine)?.party.$refText;
  const declared: Metric = {
    name: metric.name,
    ...(metric.title ? { title: metric.title } : {}),
    kind,
    node: typed.id,
    tallies: lowering.talliesOf(metric.name).map(({ name }) => name),
    each,
    axes: [...value.axes],
    ...(better ? { better: better === "lower" ? "lower" : "higher" } : {}),
    ...(from !== undefined && to !== undefined ? { range: { from, to } } : {}),
    ...decimals,
    ...(baseline !== undefined ? { baseline } : {}),
    ...(target !== undefined ? { target } : {}),
    ...(source ? { dataSource: source } : {}),
    ...(owner ? { owner } : {}),
    ...(needs ? { needs: { atLeast: needs.atLeast, of: needs.of, tally: needs.tally } } : {}),
    ...(policy ? { policy: lowering.policy(policy) } : {}),
    source: lowering.source(metric),
  };
  demand(metric, each, lowering);
  return { declared, typed };
}

function lowerFormula(
  metric: ast.Metric,
  line: MeasureLine,
  each: PeriodKind,
  lowering: Lowering,
): { kind: MetricKind; value: Typed } | undefined {
  if (ast.isRateLine(line)) {
    const value = lowerRate(metric, line, each, lowering);
    return value && { kind: "rate", value };
  }
  if (ast.isStandardisedLine(line)) {
    const value = lowerStandardised(metric, line, each, lowering);
    return value && { kind: "standardised", value };
  }
  if (ast.isDifferenceLine(line)) {
    const value = lowerDifference(metric, line, each, lowering);
    return value && { kind: "difference", value };
  }
  if (ast.isShareLine(line)) {
    const value = lowerShare(metric, line, lowering);
    return value && { kind: "share", value };
  }
  if (ast.isCountLine(line)) {
    const aggregate = line.kind === "count of" ? "count" : "people";
    const value = lowerTally(metric, { part: "value", aggregate, set: line.of, at: line }, lowering);
    return value && { kind: aggregate, value };
  }
  const what = whatOf(line, lowering);
  if (!what) return undefined;
  const ranked = RANKED[line.kind];
  if (ranked) {
    const value = lowerRanked(metric, line, ranked, what, lowering);
    return value && { kind: ranked, value };
  }
  const mean = line.kind === "mean of";
  const terms = { ...what, set: line.of, at: line };
  const sum = lowerTally(metric, { ...terms, part: mean ? "numerator" : "value", aggregate: "sum" }, lowering);
  if (!mean || !sum) return sum && { kind: "sum", value: sum };
  const count = lowerTally(metric, { ...terms, ...rowsOf(what), part: "denominator", aggregate: "count" }, lowering);
  const value = count && over(metric, sum, count, sum.unit, line, lowering);
  return value && { kind: "mean", value };
}

/** The rows that a mean is of: missing is never zero, so a row without the field is none of them. */
const rowsOf = ({ field }: Measured): Pick<TallyTerms, "field" | "known"> => ({ field: undefined, known: field });

const RANKED: Record<string, "median" | "percentile" | "minimum" | "maximum"> = {
  "median of": "median",
  percentile: "percentile",
  "minimum of": "minimum",
  "maximum of": "maximum",
};

/** The value that stands in the middle, or at an end, of the rows in order of size. How many there are is what it needs. */
function lowerRanked(
  metric: ast.Metric,
  line: ast.SumLine,
  aggregate: "median" | "percentile" | "minimum" | "maximum",
  what: Measured,
  lowering: Lowering,
): Typed | undefined {
  const rank = line.rank === undefined ? undefined : Number(line.rank);
  if (rank !== undefined && !(Number.isInteger(rank) && rank >= 1 && rank <= 99))
    return lowering.report("percentile-range", { rank: line.rank! }, line);
  const set = { set: line.of, at: line };
  if (metric.lines.some(ast.isNeedsLine))
    lowerTally(metric, { ...what, ...rowsOf(what), ...set, part: "denominator", aggregate: "count" }, lowering);
  const terms = { ...what, ...set, part: "value", aggregate } as const;
  const value = lowerTally(metric, rank === undefined ? terms : { ...terms, rank }, lowering);
  return value && { ...value, time: "rate" };
}

/** Of these rows, those for which something more holds, or which something followed. */
function lowerShare(metric: ast.Metric, line: ast.ShareLine, lowering: Lowering): Typed | undefined {
  const follow = line.followed && lowerFollowed(line.followed, line.of, lowering);
  const between = line.reached && lowerReachedWithin(line.reached, line.of, lowering);
  if ((line.followed && !follow) || (line.reached && !between)) return undefined;
  const share = { aggregate: "count", set: line.of, at: line } as const;
  const counting = line.counting ? { counting: line.counting } : {};
  const followed = (must: boolean) =>
    follow ? { followed: { ...follow, must } } : between ? { between: between(must) } : {};
  const top = lowerTally(metric, { ...share, part: "numerator", ...counting, ...followed(true) }, lowering);
  const bottom = lowerTally(metric, { ...share, part: "denominator", ...followed(false) }, lowering);
  return top && bottom && over(metric, top, bottom, ratio, line, lowering);
}

/** A quotient whose unit the metric decrees: a mean of costs is money, a share of spells is a percentage. */
function over(metric: ast.Metric, top: Typed, bottom: Typed, unit: Unit, at: MeasureLine, lowering: Lowering): Typed {
  const type = { unit, grain: null, axes: top.axes, time: "rate" } as const;
  return lowering.add(metric.name, { kind: "divided", top: top.id, bottom: bottom.id }, at, type);
}

function lowerNeeds(
  metric: ast.Metric,
  kind: MetricKind,
  lowering: Lowering,
): { atLeast: string; of: string; tally: string; node: string } | undefined {
  const line = metric.lines.find(ast.isNeedsLine);
  if (!line) return undefined;
  const part =
    kind === "share" || kind === "mean" || Object.values<string>(RANKED).includes(kind)
      ? "denominator"
      : kind === "rate"
        ? "numerator"
        : "value";
  const tally = `${metric.name}.${part}`;
  const of = line.of.$refText;
  const found = lowering.tallies.get(tally);
  if (!found || found.records !== of) {
    return lowering.report(
      "key-unknown",
      { key: of, of: `the records that ${metric.name} counts (${found?.records ?? "none"})` },
      line,
    );
  }
  return { atLeast: line.amount, of, tally, node: lowering.inputs.get(tally)! };
}

/** A written value of a metric, in the metric's unit. */
function inUnit(
  amount: ast.Amount | undefined,
  unit: Unit,
  metric: ast.Metric,
  lowering: Lowering,
): string | undefined {
  if (!amount) return undefined;
  const written = readLiteral(amount, lowering, unit);
  if (!written) return undefined;
  if (written.bare && isPercentage(unit)) return lowering.report("bare-for-percent", { number: written.value }, amount);
  if (sameUnit(written.unit, unit)) return written.value;
  return lowering.report(
    "wrong-unit",
    { what: `A value of ${metric.name}`, needs: describeUnit(unit), is: describeUnit(written.unit) },
    amount,
  );
}

/** Remembers that something reads the metric over this kind of period, so that the data plane counts it so. */
export function demand(metric: ast.Metric, each: PeriodKind, lowering: Lowering): void {
  for (const tally of talliesBehind(metric, lowering)) {
    if (!tally.each.includes(each)) lowering.tallies.set(tally.name, { ...tally, each: [...tally.each, each] });
  }
}

/** People who are counted once in a period do not add up over several. */
export const countsPeople = (counted: ast.Metric, lowering: Lowering): boolean =>
  talliesBehind(counted, lowering).some(({ aggregate }) => aggregate === "people");

const talliesBehind = (metric: ast.Metric, lowering: Lowering): Tally[] =>
  measuredIn(metric).flatMap(({ name }) => lowering.talliesOf(name));

/** A metric read as a value: worked out over the reader's own period, with its policy for missing data. */
export function lowerMetricValue(
  metric: ast.Metric,
  at: ast.NameRef | ast.Its,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const read = metricInPlace(metric, at, site, lowering);
  const baseline = metric.lines.find(ast.isBaselineLine)?.value;
  const declared = { name: metric.name, node: metric, ...(baseline ? { baseline } : {}) };
  return read && remedyValue(read, policyOf(metric.lines), declared, site, lowering);
}

/** The metric over the reader's period and for the row in hand, before anything is said of what happens without it. */
export function metricInPlace(metric: ast.Metric, at: AstNode, site: Site, lowering: Lowering): Typed | undefined {
  const typed = lowering.values.get(`metric ${metric.name}`);
  if (!typed?.grain) return undefined;
  const axis = typed.axes.find((candidate) => !site.axes.includes(candidate));
  if (axis) return lowering.report("of-which", { name: metric.name, axis }, at);
  const grain = site.grain ?? typed.grain;
  if (compareKinds(typed.grain, grain) > 0) {
    return lowering.report("longer-into-shorter", { name: metric.name, longer: typed.grain, shorter: grain }, at);
  }
  if (site.cumulative !== undefined && countsPeople(metric, lowering)) {
    return lowering.report("people-not-additive", { name: metric.name, how: "since the start" }, at);
  }
  demand(metric, grain, lowering);
  return { ...typed, grain };
}
