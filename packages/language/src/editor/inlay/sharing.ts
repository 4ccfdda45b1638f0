import { evaluatorOf, money, type Payment, periodsOf, showMoney } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../../generated/ast.js";
import { fixedOver, single, type Worked } from "../worked.js";
import { endOf, type Hint } from "./hint.js";

/** `paid to alliance`: each party's pounds, where the amount is the same whatever the data say. */
export function sharingHint(node: AstNode, worked: Worked): Hint | undefined {
  if (!ast.isPaidLine(node) || !ast.isPayment(node.$container)) return undefined;
  const position = endOf(node);
  const payment = worked.contract.payments.find(({ name }) => name === (node.$container as ast.Payment).name);
  if (!position || !payment || payment.forEach !== undefined || payment.branches.length !== 1) return undefined;
  const side = node.way === "paid to" ? "receives" : "pays";
  const parts = partsOf(payment, side, worked);
  if (!parts) return undefined;
  const { label, period } = parts;
  const tooltip = `What each ${side === "receives" ? "receives" : "pays"} ${period ? `in ${period}; later periods differ` : "in each period"}.`;
  return { label: period ? `${label} in ${period}` : label, tooltip, position };
}

function partsOf(
  payment: Payment,
  side: "receives" | "pays",
  { contract, bounding }: Worked,
): { label: string; period: string | undefined } | undefined {
  const branch = payment.branches[0]!;
  const sharing = branch[side === "receives" ? "receivers" : "payers"];
  // What limits leave of a share may depend on data, even where the amount does not.
  if (sharing.kind !== "parties" || sharing.parts.length < 2 || branch.limits.length > 0) return undefined;
  const periods = periodsOf(payment.each, bounding.calendar);
  if (!periods.every((period) => single(bounding.payment(payment, { period, of: {} }).amount))) return undefined;
  const settled = evaluatorOf(contract, []);
  const outcomes = new Map(periods.map((period) => [period, settled.outcome(payment, period, undefined)]));
  const found = sharing.parts.map(({ party }) => ({
    party,
    fixed: fixedOver(
      periods,
      money(contract.currency),
      (period) => outcomes.get(period)?.[side].find((part) => part.party === party)?.amount,
    ),
  }));
  if (found.some(({ fixed }) => fixed === undefined)) return undefined;
  const label = found.map(({ party, fixed }) => `${party} ${showMoney(fixed!.value, contract.currency)}`).join(", ");
  return { label, period: found.map(({ fixed }) => fixed?.period).find((period) => period !== undefined) };
}
