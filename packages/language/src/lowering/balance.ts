import { type ContractNode, compareKinds, describeUnit, isRatio, type PeriodKind } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { lowerExpression } from "./expressions.js";
import { kindOf, type Lowering } from "./lowering.js";
import { moneyOf } from "./names.js";
import { mustBeMoney } from "./pays.js";
import type { Site, Typed } from "./typed.js";

/** What a balance stands at before and after the takes of a period. */
export interface LoweredBalance {
  readonly each: PeriodKind;
  readonly before: Typed;
  readonly after: Typed;
}

/** A balance by its name: what it stands at before anything is taken in the reader's period. */
export function lowerBalanceValue(
  balance: ast.Balance,
  at: AstNode,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  lowering.reads(balance.name);
  const lowered = lowerBalance(balance, lowering);
  if (!lowered) return undefined;
  const { each, before } = lowered;
  if (site.cumulative !== undefined) {
    return lowering.report("cumulative-reads", { payment: site.cumulative, name: balance.name }, at);
  }
  const axis = before.axes.find((candidate) => !site.axes.includes(candidate));
  if (axis) return lowering.report("of-which", { name: balance.name, axis }, at);
  if (site.grain !== null && site.grain !== each) {
    return lowering.report("balance-period", { name: balance.name, each, period: site.grain }, at);
  }
  return before;
}

/** What a balance stands at when a period has ended: in an example, `expect advance-owed is £62,885`. */
export function lowerClosing(
  balance: ast.Balance,
  period: PeriodKind,
  at: AstNode,
  lowering: Lowering,
): Typed | undefined {
  const lowered = lowerBalance(balance, lowering);
  if (!lowered) return undefined;
  const { each, after } = lowered;
  if (each === period) return after;
  if (compareKinds(each, period) > 0) {
    return lowering.report("longer-into-shorter", { name: balance.name, longer: each, shorter: period }, at);
  }
  const type = { unit: after.unit, grain: period, axes: after.axes, time: "level" } as const;
  const latest = lowering.add(balance.name, { kind: "span", of: after.id, each, how: "latest" }, at, type);
  return lowering.call(latest, balance.name, balance.title);
}

/** Lowered once, wherever it is read first. */
export function lowerBalance(balance: ast.Balance, lowering: Lowering): LoweredBalance | undefined {
  if (!lowering.balances.has(balance.name)) {
    // It reads itself, which is told once everything is lowered (`paymentCircles`).
    if (lowering.underway.includes(balance.name)) return undefined;
    lowering.underway.push(balance.name);
    const reader = lowering.reading;
    lowering.balances.set(balance.name, work(balance, lowering));
    lowering.reading = reader;
    lowering.underway.pop();
  }
  return lowering.balances.get(balance.name);
}

function work(balance: ast.Balance, lowering: Lowering): LoweredBalance | undefined {
  const each = kindOf(balance.each) ?? lowering.header.settled;
  const set = balance.forEach?.axis?.ref;
  if (set && !ast.isParticipantSet(set)) {
    return lowering.report(
      "key-unknown",
      {
        key: balance.forEach!.axis.$refText,
        of: "the sets of participants, each of which may have a balance of its own",
      },
      balance.forEach!,
    );
  }
  const axes = set ? [set.name] : [];
  const site: Site = { owner: balance.name, grain: each, axes };
  const lines = balance.lines;
  const twice = [ast.isOpeningLine, ast.isEarnsLine, ast.isFloorLine].map((is) => lines.filter(is)[1]).find(Boolean);
  if (twice) return lowering.report("line-twice", { line: WORDS[twice.$type] ?? "", thing: balance.name }, twice);
  if (!lines.some((line) => ast.isOpeningLine(line) || ast.isAddsLine(line))) {
    return lowering.report("line-missing", { thing: balance.name, line: "opening … or adds …" }, balance, {
      property: "name",
    });
  }
  // What stands before the takes may not read what reads the balance; what is taken may (rule 1).
  lowering.reading = new Set();
  lowering.circles.set(balance.name, lowering.reading);
  const amounts = (values: readonly (ast.OpeningLine | ast.AddsLine | ast.TakesLine)[]): (Typed | undefined)[] =>
    values.map((line) => {
      const value = lowerExpression(line.value, site, lowering);
      return value && mustBeMoney(value, "What a balance is made of", line, lowering);
    });
  const [opening] = amounts(lines.filter(ast.isOpeningLine));
  const adds = amounts(lines.filter(ast.isAddsLine));
  const rate = lines.find(ast.isEarnsLine);
  const earns = rate && lowerRate(rate, site, lowering);
  const floor = lines.find(ast.isFloorLine)?.floor;
  if (floor && !/^\D*0+(\.0+)?$/.test(floor.value)) {
    return lowering.report(
      "key-unknown",
      { key: floor.value, of: "may fall below £0: a balance stops at nothing or not at all" },
      floor,
    );
  }
  const unit = moneyOf(lowering);
  const type = { unit, grain: each, axes, time: "level" } as const;
  const terms = {
    balance: balance.name,
    each,
    ...(opening ? { opening: opening.id } : {}),
    adds: sound(adds).map(({ id }) => id),
    ...(earns ? { earns: earns.id } : {}),
    takes: [] as string[],
    mayFallBelow: floor !== undefined,
    before: "",
    after: "",
  };
  const before = lowering.add(balance.name, { kind: "balance", reads: "before", ...terms }, balance, type);
  const after = lowering.add(balance.name, { kind: "balance", reads: "after", ...terms }, balance, type);
  const both = { each, before, after };
  // What is taken may read the balance itself, so it is known by now.
  lowering.balances.set(balance.name, both);
  lowering.reading = new Set();
  const takes = amounts(lines.filter(ast.isTakesLine));
  for (const { id } of [before, after]) {
    const whole = { takes: sound(takes).map((take) => take.id), before: before.id, after: after.id };
    lowering.nodes.set(id, { ...lowering.nodes.get(id)!, ...whole } as ContractNode);
    lowering.call({ ...before, id }, balance.name, balance.title);
  }
  const whole =
    ![...adds, ...takes].includes(undefined) && (!rate || earns) && (!lines.some(ast.isOpeningLine) || opening);
  return whole ? both : undefined;
}

function lowerRate(line: ast.EarnsLine, site: Site, lowering: Lowering): Typed | undefined {
  const rate = lowerExpression(line.rate, site, lowering);
  if (!rate || isRatio(rate.unit)) return rate;
  return lowering.report(
    "wrong-unit",
    { what: "What a balance earns in a year", needs: "a percentage", is: describeUnit(rate.unit) },
    line,
  );
}

const WORDS: Record<string, string> = { OpeningLine: "opening", EarnsLine: "earns", FloorLine: "may fall below" };
const sound = (values: readonly (Typed | undefined)[]): Typed[] => values.filter((value) => value !== undefined);
