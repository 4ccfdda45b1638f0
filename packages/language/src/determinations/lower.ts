import {
  type Calendar,
  type ContractModel,
  type Determination,
  parsePeriod,
  periodsOf,
  showDate,
} from "@concordat/model";
import { AstUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { collector, type Found, type Report, rangeOf } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { kindOf } from "../lowering/lowering.js";
import { parseMoney } from "../parser/values.js";
import { determinationsOf } from "../variations/deeds.js";

export interface LoweredDetermination {
  readonly determination?: Determination;
  readonly found: readonly Found[];
}

/** Lowers a decision on one payment in one period of a contract; `calendar` is the contract's. */
export function lowerDetermination(
  determination: ast.Determination,
  { calendar, model, shared }: { calendar: Calendar; model: ContractModel; shared: LangiumSharedServices },
): LoweredDetermination {
  const { report, found } = collector();
  const { name, title, lines } = determination;
  const decided = lines.find(ast.isDecidedLine);
  const target = lines.find(ast.isForLine);
  const pays = lines.find(ast.isDecidedAmount);
  const because = lines.find(ast.isBecauseLine);
  const lacking = Object.entries({
    "decided 3 March 2028 by …": decided,
    "for … in 2027/28": target,
    "pays £0": pays,
    "because …": because,
  }).filter(([, line]) => line === undefined);
  for (const [line] of lacking) report("line-missing", { thing: name, line }, determination, { property: "name" });
  if (!decided || !target || !pays || !because) return { found };
  const { currency, amount } = parseMoney(pays.amount.value);
  if (currency !== model.currency) report("wrong-currency", { sign: currency, currency: model.currency }, pays);
  const payment = target.payment.ref;
  const period = ast.isPayment(payment) ? periodOf(payment, target, calendar, report) : undefined;
  rowIsThere(payment, target, model, report);
  const contract = determination.contract.ref;
  const earlier = ast.isContract(contract) ? determinationsOf(contract, shared) : [];
  for (const other of earlier.slice(0, Math.max(earlier.indexOf(determination), 0))) {
    if (!sameMatter(other, target) || other.lines.find(ast.isDecidedLine)?.date !== decided.date) continue;
    report("decided-twice", { name, other: other.name, date: showDate(decided.date) }, determination, {
      property: "name",
      related: [{ message: "The other decision stands here.", node: other }],
    });
  }
  if (found.length > 0 || !period) return { found };
  const by = decided.by.ref as { title?: string } | undefined;
  return {
    found,
    determination: {
      name,
      ...(title ? { title } : {}),
      source: sourceOf(determination),
      decided: decided.date,
      by: { name: decided.by.$refText, ...(by?.title ? { title: by.title } : {}) },
      payment: target.payment.$refText,
      ...(target.row === undefined ? {} : { row: target.row }),
      period: { kind: period.kind, label: period.label, from: period.from, to: period.to },
      pays: amount,
      because: because.text,
    },
  };
}

function periodOf(payment: ast.Payment, line: ast.ForLine, calendar: Calendar, report: Report) {
  const kind = kindOf(payment.each);
  const named = parsePeriod(line.period, calendar);
  const period =
    kind &&
    named &&
    periodsOf(kind, calendar).find(({ fullFrom, fullTo }) => fullFrom === named.fullFrom && fullTo === named.fullTo);
  if (period) return period;
  return report("decided-no-period", { payment: payment.name, period: line.period, each: payment.each ?? "" }, line, {
    property: "period",
  });
}

function rowIsThere(payment: ast.Named | undefined, line: ast.ForLine, model: ContractModel, report: Report): void {
  if (!ast.isPayment(payment)) return;
  const axis = payment.forEach?.axis.$refText;
  const keys = model.participants.find(({ name }) => name === axis)?.rows.map(({ key }) => key) ?? [];
  if (axis === undefined && line.row !== undefined)
    report("key-unknown", { key: line.row, of: `${payment.name}, which has no rows` }, line, { property: "row" });
  else if (axis !== undefined && line.row === undefined)
    report("of-which", { name: payment.name, axis }, line, { property: "payment" });
  else if (line.row !== undefined && !keys.includes(line.row))
    report("key-unknown", { key: line.row, of: axis ?? payment.name }, line, { property: "row" });
}

const sameMatter = (other: ast.Determination, line: ast.ForLine): boolean => {
  const theirs = other.lines.find(ast.isForLine);
  return (
    theirs !== undefined &&
    theirs.payment.$refText === line.payment.$refText &&
    theirs.row === line.row &&
    theirs.period === line.period
  );
};

function sourceOf(node: ast.Determination): Determination["source"] {
  const { line, column, offset, length } = rangeOf(node);
  return { file: AstUtils.getDocument(node).uri.path.split("/").at(-1)!, line, column, offset, length };
}
