import {
  type ContractNode,
  describeUnit,
  type Payment,
  type Period,
  type PeriodKind,
  periodsOf,
  Rational,
  show,
  showMoney,
  type Unit,
} from "@concordat/model";
import type { AstNode } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../../generated/ast.js";
import { fixedOver, fixedValue, inWords, single, type Worked, workedAround } from "../worked.js";

/** What a declared value is counted in, and the least and the most that it can come to. */
export function rangeOfDeclared(node: AstNode, shared: LangiumSharedServices): string[] {
  const worked = workedAround(node, shared);
  if (!worked) return [];
  if (ast.isPayment(node)) {
    const payment = worked.contract.payments.find(({ name }) => name === node.name);
    return payment ? [rangeOfPayment(payment, worked)] : [];
  }
  const value = VALUES.has(node.$type) ? valueNamed((node as ast.Named).name, worked) : undefined;
  return value ? [unitOf(value.unit, value.grain), ...rangeOfValue(value, worked)] : [];
}

const VALUES: ReadonlySet<string> = new Set(["Metric", "Figure", "GroupFigure", "Define"]);

/** The node that holds what the contract calls by a name: the longest-lived of them where a value is read over several kinds of period. */
const valueNamed = (name: string, { contract }: Worked): ContractNode | undefined =>
  Object.values(contract.nodes).find((node) => node.name === name);

const unitOf = (unit: Unit, grain: PeriodKind | null): string =>
  `In ${describeUnit(unit)}${grain === null ? "" : grain === "term" ? ", over the term" : `, for each ${grain}`}.`;

function rangeOfValue(node: ContractNode, worked: Worked): string[] {
  const fixed = fixedValue(node, worked);
  if (fixed) return [`Comes to **${inWords(fixed)}**.`];
  const periods = periodsOf(node.grain ?? "year", worked.bounding.calendar);
  const range = hullOver(periods, (period) => worked.bounding.of(node.id, { period, of: {} }).numbers);
  return range ? [between(range, (value) => show(value, node.unit))].filter((said) => said !== "") : [];
}

function rangeOfPayment(payment: Payment, worked: Worked): string {
  const { contract, bounding } = worked;
  const periods = periodsOf(payment.each, bounding.calendar);
  const amountIn = (period: Period): Range | undefined => bounding.payment(payment, { period, of: {} }).amount;
  const unit: Unit = { kind: "quantity", dims: { [contract.currency]: 1 } };
  const fixed = fixedOver(periods, unit, (period) => single(amountIn(period)));
  const each = `${payment.each === "term" ? "over the term" : `each ${payment.each}`}${payment.forEach ? `, for each ${payment.forEach}` : ""}`;
  if (fixed) return `Comes to **${inWords(fixed)}**, ${each}.`;
  const range = hullOver(periods, amountIn);
  const said = range ? between(range, (value) => showMoney(value, contract.currency)) : "";
  return said === "" ? `Worked out ${each}.` : said.replace(/\.$/, `, ${each}.`);
}

interface Range {
  readonly low: Rational | null;
  readonly high: Rational | null;
}

/** Over all periods; undefined where it is never known. */
function hullOver(periods: readonly Period[], rangeIn: (period: Period) => Range | undefined): Range | undefined {
  const ranges = periods.map(rangeIn).filter((range) => range !== undefined);
  return ranges.length === 0
    ? undefined
    : ranges.reduce((a, b) => ({
        low: a.low && b.low && Rational.lower(a.low, b.low),
        high: a.high && b.high && Rational.higher(a.high, b.high),
      }));
}

function between({ low, high }: Range, shown: (value: Rational) => string): string {
  if (low && high) return `Comes to between ${shown(low)} and ${shown(high)}.`;
  if (high) return `Comes to ${shown(high)} at most.`;
  return low && !low.isZero ? `Comes to ${shown(low)} at least, without an upper limit.` : "";
}
