import { type Calendar, type PeriodKind, periodAt, showDate } from "@concordat/model";
import type { Report } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { kindOf } from "../lowering/lowering.js";
import { lineKey } from "../reuse/line-key.js";
import { called, counterpart, nameOf } from "./apply.js";
import type { Deed } from "./deeds.js";
import { isSplit } from "./split.js";

/** Whether a deed takes effect inside a period of some payment, before or after it. */
export const isInsidePeriods = (effective: string, contract: ast.Contract, calendar: Calendar): boolean =>
  contract.items.some((item) => ast.isPayment(item) && inside(kindOf(item.each), effective, calendar) !== undefined);

/**
 * A deed that takes effect inside a period says that metrics are measured over the whole of it, and changes only what has
 * a rule for a part of a period: written amounts, which are split by days, and what is read at the period's end.
 */
export function changesFitPeriods(
  { variation, effective }: Deed,
  contract: ast.Contract,
  calendar: Calendar,
  report: Report,
): void {
  if (!isInsidePeriods(effective, contract, calendar)) return;
  const deed = variation.name;
  const date = showDate(effective);
  const line = variation.lines.find(ast.isEffectiveLine)!;
  const payments = contract.items.filter(ast.isPayment);
  const longest = payments.find(({ each }) => inside(kindOf(each), effective, calendar))!;
  const refuse = (what: string, node: ast.ContractItem | ast.PaymentLine | ast.RemoveLine, period: string): void =>
    void report("deed-not-split", { deed, date, what, period }, node);
  const measured = line.measured !== undefined;
  let said = measured;
  const sayMeasured = (thing: string, period: string): void => {
    if (!said) report("deed-inside-period", { deed, date, thing, period }, line);
    said = true;
  };

  for (const step of variation.lines) {
    if (ast.isRemoveLine(step)) {
      const payment = payments.find(({ name }) => name === (step.payment ?? step.target)?.$refText);
      const period = payment && inside(kindOf(payment.each), effective, calendar);
      if (payment && period && !step.on)
        refuse(step.step ? `the steps of ${payment.name}` : payment.name, step, period);
      else if (payment && period) sayMeasured(payment.name, period);
      else if (BESIDE_PAYMENTS.has(step.kind) && step.target)
        refuse(`${step.kind} ${step.target.$refText}`, step, inside(kindOf(longest.each), effective, calendar)!);
      continue;
    }
    if (!ast.isChangeLine(step) && !ast.isAddLine(step)) continue;
    const { item } = step;
    if (ast.isPayment(item)) {
      const target = counterpart(item, contract);
      const each = ast.isPayment(target) ? target.each : item.each;
      const period = inside(kindOf(each), effective, calendar);
      if (!period) continue;
      if (ast.isAddLine(step) || !ast.isPayment(target)) {
        refuse(item.name, item, period);
        continue;
      }
      for (const changed of item.lines) {
        if (isReadAtTheEnd(changed)) sayMeasured(item.name, period);
        else if (!isSplitIn(changed, target)) refuse(`${lineKey(changed)} in ${item.name}`, changed, period);
      }
    } else if (ast.isMetric(item)) {
      const each = item.lines.find(ast.isMeasuredLine)?.each ?? measuredOf(counterpart(item, contract));
      const period = inside(kindOf(each), effective, calendar);
      if (period && ast.isChangeLine(step)) sayMeasured(item.name, period);
    } else if (ast.isChangeLine(step)) {
      const target = counterpart(item, contract);
      const period = inside(kindOf(longest.each), effective, calendar)!;
      if (target && !isWording(item) && !isSplit(item, target)) refuse(called(item), item, period);
    } else if (ast.isDefine(item) || ast.isGroup(item)) continue;
    else if (nameOf(item) === undefined || ast.isPaymentsLimit(item))
      refuse(called(item), item, inside(kindOf(longest.each), effective, calendar)!);
  }
}

/** The period of this kind that the day lies inside, after its first day. */
function inside(kind: PeriodKind | undefined, day: string, calendar: Calendar): string | undefined {
  if (!kind || day <= calendar.from || day >= calendar.to) return undefined;
  const period = periodAt(kind, day, calendar);
  return period.from === day ? undefined : period.label;
}

/** Weights and points score the whole period by the terms at its end. */
const isReadAtTheEnd = (line: ast.PaymentLine): boolean => ast.isWeightLine(line) || ast.isPointsLine(line);

const isSplitIn = (line: ast.PaymentLine, payment: ast.Payment): boolean =>
  payment.lines.some((old) => lineKey(old) === lineKey(line) && isSplit(line, old));

const measuredOf = (metric: ast.ContractItem | undefined): string | undefined =>
  ast.isMetric(metric) ? metric.lines.find(ast.isMeasuredLine)?.each : undefined;

/** What is removed by its kind and changes what payments come to. */
const BESIDE_PAYMENTS: ReadonlySet<string> = new Set(["limit", "balance"]);

/** What is said, who decides, what is proved and what is worked through pays nobody. */
const isWording = (item: ast.ContractItem): boolean =>
  ast.isClause(item) ||
  ast.isGovernance(item) ||
  ast.isAlways(item) ||
  ast.isExample(item) ||
  ast.isReferenceLine(item);
