import { type ContractLimit, compareKinds, type Payment } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerDated } from "./dated.js";
import { lowerExpression } from "./expressions.js";
import { kindOf, type Lowering } from "./lowering.js";
import { mustBeMoney } from "./pays.js";

const WAYS: Record<string, ContractLimit["way"]> = {
  "reduced in proportion": "in-proportion",
  "the earliest first": "earliest-first",
  "in the order listed": "as-listed",
};

/** `limit most "…" on all payments at most £5,000,000 each year, the earliest first` (rules 7 and 19). */
export function lowerContractLimit(
  limit: ast.PaymentsLimit,
  payments: readonly Payment[],
  lowering: Lowering,
): ContractLimit | undefined {
  const way = WAYS[limit.way ?? ""];
  const span = kindOf(limit.value?.each);
  if (!limit.value || !way) return undefined;
  if (!span) return lowering.report("limit-without-span", { limit: limit.name }, limit, { property: "name" });
  const named = limit.payments.map((payment) => payment.$refText);
  const twice = named.find((name, index) => named.indexOf(name) !== index);
  if (twice) return lowering.report("name-used-twice", { name: twice }, limit);
  const held = payments.filter(({ name }) => limit.all || named.includes(name));
  const longer = held.find(({ each }) => compareKinds(each, span) > 0);
  if (longer) {
    const terms = { limit: limit.name, payment: longer.name, each: longer.each, span: limit.value.each! };
    return lowering.report("limit-shorter-than-payment", terms, limit, { property: "name" });
  }
  const shorter = held.find(({ each }) => compareKinds(each, span) < 0);
  if (shorter && way === "in-proportion") {
    const terms = { limit: limit.name, payment: shorter.name, each: shorter.each, span: limit.value.each! };
    return lowering.report("limit-in-proportion", terms, limit, { property: "way" });
  }
  const site = { owner: limit.name, grain: span, axes: [] };
  const value = ast.isMoney(limit.value.value)
    ? lowerDated(limit.value, span, site, lowering)
    : lowerExpression(limit.value.value, site, lowering);
  const most = value && mustBeMoney(value, "A limit on payments", limit, lowering);
  if (!most || held.length === 0) return undefined;
  return {
    name: limit.name,
    ...(limit.title ? { title: limit.title } : {}),
    payments: limit.all ? held.map(({ name }) => name) : named,
    most: most.id,
    span,
    way,
    source: lowering.source(limit),
  };
}
