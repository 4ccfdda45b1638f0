import { money } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { lowerAttribute } from "./attribute.js";
import { lowerBalanceValue } from "./balance.js";
import { lowerDefine } from "./define.js";
import { lowerFigure } from "./figure.js";
import { lowerLiteral } from "./literals.js";
import { lowerCell } from "./lookup.js";
import type { Lowering } from "./lowering.js";
import { lowerMetricValue } from "./metric.js";
import { lowerPaymentValue } from "./payment-value.js";
import { lowerParameter } from "./template.js";
import type { Site, Typed } from "./typed.js";

/** A name in an expression: what it is worth to the reader, in the reader's period and row. */
export function lowerNameRef(name: ast.NameRef, site: Site, lowering: Lowering): Typed | undefined {
  const target = name.target?.ref;
  if (!target) return undefined;
  if (name.earned && !ast.isPayment(target)) {
    return lowering.report("only-payments-earn", { name: name.target.$refText, kind: kindOfThing(target) }, name);
  }
  if (ast.isParameter(target)) return lowerParameter(target, name, lowering);
  if (ast.isPayment(target)) return lowerPaymentValue(target, name.earned ? "earned" : "amount", name, site, lowering);
  return lowerNamed(target, name, site, lowering);
}

/** What is declared under a name, as a value. `at` is where it is read. */
export function lowerNamed(
  target: ast.Named,
  at: ast.NameRef | ast.Its,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  if (ast.isDefine(target)) return lowerDefine(target, at, site, lowering);
  if (ast.isFigure(target) || ast.isGroupFigure(target)) return lowerFigure(target, at, site, lowering);
  if (ast.isMetric(target)) return lowerMetricValue(target, at, site, lowering);
  if (ast.isBalance(target)) return lowerBalanceValue(target, at, site, lowering);
  if (ast.isTableColumn(target)) return lowerCell(target, at, site, lowering);
  if (ast.isField(target)) return lowerAttribute(target, at, site, lowering);
  if (ast.isCategoryValue(target)) {
    const field = target.$container.$container;
    const of = ast.isField(field) ? field.name : target.name;
    const type = { unit: { kind: "name", of }, grain: null, axes: [], time: "timeless" } as const;
    return lowering.add(site.owner, { kind: "constant", value: target.name }, at, type);
  }
  const anchor = anchorOf(target);
  if (anchor) {
    const value = lowerLiteral(anchor.value, site, lowering);
    return value && lowering.call(value, ast.isBaselineLine(anchor) ? "baseline" : "target");
  }
  return lowering.report("not-a-value", { name: target.name, kind: kindOfThing(target) }, at);
}

/** `its core`, `its fee`: the value of the party or row in hand. */
export function lowerIts(its: ast.Its, site: Site, lowering: Lowering): Typed | undefined {
  const target = its.target?.ref;
  if (!target) return undefined;
  if (site.axes.length === 0) return lowering.report("its-without-each", { what: `whose ${its.target.$refText}` }, its);
  if (ast.isPayment(target)) {
    return lowerPaymentValue(target, site.axes.includes("party") ? "party" : "amount", its, site, lowering);
  }
  return lowerNamed(target, its, site, lowering);
}

export function lowerItsPool(pool: ast.ItsPool, site: Site, lowering: Lowering): Typed | undefined {
  if (!site.payment) return lowering.report("pool-without-payment", {}, pool);
  return lowerPaymentValue(site.payment, "pool", pool, site, lowering);
}

/** The line that `baseline` or `target` means, where a name is one of them. */
export const anchorOf = (target: AstNode | undefined): ast.BaselineLine | ast.TargetLine | undefined =>
  ast.isBaselineLine(target) || ast.isTargetLine(target) ? target : undefined;

/** What a declared thing is, in the reader's words. */
export function kindOfThing(thing: { $type: string }): string {
  const kinds: Record<string, string> = {
    Party: "a party",
    Group: "a group of parties",
    ParticipantSet: "a set of participants",
    Places: "a level of places",
    Cohort: "a cohort",
    Figure: "a figure",
    GroupFigure: "a figure",
    FigureGroup: "a group of figures",
    Records: "a set of records",
    Metric: "a metric",
    Define: "a definition",
    ShapeTemplate: "a shape",
    Parameter: "a parameter",
    Table: "a table",
    TableColumn: "a column of a table",
    Payment: "a payment",
    Balance: "a balance",
    ThenLine: "a line of a payment",
    CardLine: "a line of a rate card",
    Example: "a worked example",
    Always: "a promise",
    PaymentsLimit: "a limit on payments",
    Clause: "a clause",
    Governance: "a board",
    Field: "a field",
    CategoryValue: "one of a field's values",
  };
  return kinds[thing.$type] ?? "something else";
}

export const moneyOf = (lowering: Lowering) => money(lowering.header.currency);
