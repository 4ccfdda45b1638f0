import {
  counted,
  describeUnit,
  type ExampleGiven,
  type Period,
  Rational,
  sameUnit,
  truth,
  type Unit,
} from "@concordat/model";
import { AstUtils } from "langium";
import { givenFitsPayments } from "../checks/example-period.js";
import * as ast from "../generated/ast.js";
import { lowerBalance } from "./balance.js";
import { unitOfField } from "./fields.js";
import { figureTerms } from "./figure.js";
import { readLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import { isPercentage } from "./match.js";
import { unitOfCount } from "./rates.js";

/** What an example gives, for each period that it is given of. */
export function lowerGiven(given: ast.Given, period: Period, lowering: Lowering): ExampleGiven[] | undefined {
  const target = given.target?.ref;
  if (!target) return undefined;
  const input = inputOf(target, lowering);
  if (!input) return undefined;
  const of = rowOf(given.row, input.axes, given.target.$refText, given, lowering);
  if (!of || !givenFitsPayments(given, input.name, period, lowering)) return undefined;
  const source = lowering.source(given);
  if (given.missing || !given.value) return [{ input: input.name, of, value: null, unit: input.unit, source }];
  if (given.whole !== undefined) return outOf(given, given.whole, of, lowering);
  const written = ast.isYesNo(given.value)
    ? { value: given.value.value === "yes" ? "1" : "0", unit: truth, bare: false }
    : readLiteral(given.value, lowering, input.unit);
  if (!written) return undefined;
  if (written.bare && isPercentage(input.unit)) {
    return lowering.report("bare-for-percent", { number: written.value }, given);
  }
  if (!sameUnit(written.unit, input.unit)) {
    return lowering.report(
      "wrong-unit",
      { what: given.target.$refText, needs: describeUnit(input.unit), is: describeUnit(written.unit) },
      given,
    );
  }
  return [{ input: input.name, of, value: written.value, unit: input.unit, source }];
}

/** `given reoffending 420 out of 1,000`: what stands above and below the line of a share. */
function outOf(
  given: ast.Given,
  whole: string,
  of: Record<string, string>,
  lowering: Lowering,
): ExampleGiven[] | undefined {
  const metric = given.target?.ref;
  const { value } = given;
  const share = ast.isMetric(metric) && metric.lines.some(ast.isShareLine);
  if (!share || !ast.isNumberLiteral(value))
    return lowering.report("out-of-share", { name: given.target.$refText }, given);
  if (!/^\d+$/.test(value.value) || !/^\d+$/.test(whole) || Rational.parse(value.value).above(Rational.parse(whole)))
    return lowering.report("more-out-of-fewer", { part: value.value, whole }, given);
  return Object.entries({ numerator: value.value, denominator: whole }).map(([part, count]) => ({
    input: `${metric.name}.${part}`,
    of,
    value: count,
    unit: counted(lowering.tallies.get(`${metric.name}.${part}`)!.records),
    source: lowering.source(given),
  }));
}

function inputOf(
  target: ast.Named,
  lowering: Lowering,
): { name: string; unit: Unit; axes: readonly string[] } | undefined {
  if (ast.isMetric(target)) {
    const typed = lowering.values.get(`metric ${target.name}`);
    return typed && { name: target.name, unit: typed.unit, axes: typed.axes };
  }
  if (ast.isBalance(target)) {
    const typed = lowerBalance(target, lowering)?.before;
    return typed && { name: target.name, unit: typed.unit, axes: typed.axes };
  }
  if (ast.isCardLine(target)) {
    const payment = AstUtils.getContainerOfType(target, ast.isPayment)?.name ?? "";
    const line = lowering.cards.get(payment)?.lines.find(({ name }) => name === target.name);
    return line && { name: line.count, unit: unitOfCount(line), axes: [] };
  }
  if (!ast.isFigure(target) && !ast.isGroupFigure(target)) return undefined;
  const { name, axes } = figureTerms(target);
  return { name, unit: unitOfField({ name: target.name, type: target.type }, lowering.header.currency), axes };
}

/** The row that is meant, where there is one value for each of many. */
export function rowOf(
  row: string | undefined,
  axes: readonly string[],
  name: string,
  at: ast.Given | ast.ExpectLine,
  lowering: Lowering,
): Record<string, string> | undefined {
  const [axis] = axes;
  if (!axis) return row === undefined ? {} : lowering.report("row-of-one", { row, name }, at);
  const keys =
    axis === "party"
      ? lowering.contract.items.filter(ast.isParty).map((party) => party.name)
      : (lowering.participants.find((set) => set.name === axis)?.rows.map(({ key }) => key) ?? []);
  if (row === undefined) return lowering.report("of-which", { name, axis }, at);
  if (keys.includes(row)) return { [axis]: row };
  return lowering.report(
    "key-unknown",
    { key: row, of: `the rows of ${axis} (${keys.slice(0, 6).join(", ")}${keys.length > 6 ? ", …" : ""})` },
    at,
    { property: "row" },
  );
}
