import { type NodeOf, type PeriodKind, quotientOf, Rational } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { axisOf } from "../names/axis.js";
import { lowerExpression } from "./expressions.js";
import type { Lowering } from "./lowering.js";
import { lowerTally } from "./tally.js";
import { whatOf } from "./time-between.js";
import type { Typed } from "./typed.js";

/** `standardised rate count of spells, per 1,000 registered by age-band weighted by standard-population`. */
export function lowerStandardised(
  metric: ast.Metric,
  line: ast.StandardisedLine,
  each: PeriodKind,
  lowering: Lowering,
): Typed | undefined {
  const { tally, per } = line;
  const stratum = line.axis?.ref;
  if (!tally || !ast.isField(stratum)) return undefined;
  const aggregate = tally.kind === "sum of" ? "sum" : tally.kind === "count of" ? "count" : "people";
  const what = whatOf(tally, lowering);
  const terms = { ...what, aggregate, set: tally.of, at: tally } as const;
  const top = what && lowerTally(metric, { ...terms, part: "numerator", stratum }, lowering);
  if (metric.lines.some(ast.isNeedsLine)) lowerTally(metric, { ...terms, part: "value" }, lowering);
  const own = axisOf(metric.forEach?.axis?.ref);
  const axes = [...(own ? [own] : []), stratum.name];
  const bottom = lowerExpression(line.base, { owner: metric.name, grain: each, axes }, lowering);
  const weights = lowerWeights(line, stratum, lowering);
  if (!top || !bottom || !weights || top.unit.kind !== "quantity" || bottom.unit.kind !== "quantity") return undefined;
  if (!bottom.axes.includes(stratum.name))
    return lowering.report("one-for-all-strata", { metric: metric.name, stratum: stratum.name }, line.base);
  const { unit } = quotientOf(top.unit, bottom.unit);
  const n = Rational.parse(per).toText();
  const rated = n === "1" ? unit : { ...unit, per: n };
  const scale = n === "1" ? {} : { scale: n };
  const type = { unit: rated, grain: null, axes: [...new Set([...top.axes, ...bottom.axes])], time: "rate" } as const;
  const rate = lowering.add(metric.name, { kind: "divided", top: top.id, bottom: bottom.id, ...scale }, line, type);
  lowering.call(rate, `the rate of each ${stratum.name}`);
  return lowering.add(metric.name, { kind: "standardised", of: rate.id, axis: stratum.name, weights }, line, {
    ...type,
    axes: type.axes.filter((axis) => axis !== stratum.name),
  });
}

/** How much of the standard population each stratum is: the only column of a table, or the one that is named. */
function lowerWeights(
  line: ast.StandardisedLine,
  stratum: ast.Field,
  lowering: Lowering,
): NodeOf<"standardised">["weights"] | undefined {
  const named = line.weights?.ref;
  const of = ast.isTableColumn(named) ? (named.$container.$container as ast.Table) : named;
  if (!ast.isTable(of)) return undefined;
  const table = lowering.tables.find(({ name }) => name === of.name);
  if (!table) return undefined;
  const column = ast.isTableColumn(named) ? named.name : table.columns[0]?.name;
  const wrong = (why: string): undefined =>
    lowering.report("standard-population", { table: line.weights.$refText, stratum: stratum.name, why }, line, {
      property: "weights",
    });
  if (table.key !== stratum.name) return wrong(`it has a row for each ${table.key}`);
  if (!ast.isTableColumn(named) && table.columns.length !== 1)
    return wrong("it has several columns, and none is named");
  const weights = table.rows.map(({ key, cells }) => ({ key, weight: cells[column ?? ""] ?? "0" }));
  const none = weights.find(({ weight }) => !Rational.parse(weight).above(Rational.zero));
  return none ? wrong(`${none.key} has no size above 0`) : weights;
}
