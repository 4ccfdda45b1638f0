import { type Claim, describeUnit, type Guarantee, Rational, sameUnit } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { moneyLimit } from "./limits.js";
import { readLiteral } from "./literals.js";
import { keysOf } from "./lookup.js";
import { kindOf, type Lowering } from "./lowering.js";

/** `always affordable "…" : total paid each year at most £60,000,000`: a claim about every outcome, as data. */
export function lowerAlways(always: ast.Always, lowering: Lowering): Guarantee | undefined {
  const claim = always.claim && lowerClaim(always, always.claim, lowering);
  const title = always.title ? { title: always.title } : {};
  return claim && { name: always.name, ...title, claim, source: lowering.source(always) };
}

function lowerClaim(always: ast.Always, claim: ast.Claim, lowering: Lowering): Claim | undefined {
  switch (claim.$type) {
    case "TotalClaim": {
      const each = kindOf(claim.each);
      const limit = each && moneyLimit(claim.limit, claim, { owner: always.name, grain: each, axes: [] }, lowering);
      return limit && { kind: "total", each, comparison: comparisonOf(claim.comparison), value: { node: limit.id } };
    }
    case "PartyClaim":
      return lowerParty(always, claim, lowering);
    case "CliffClaim":
      return lowerCliff(claim, lowering);
    case "PaymentClaim":
      return lowerPaymentClaim(claim, lowering);
  }
}

const comparisonOf = (words: string) => (words === "at most" ? "at-most" : "at-least");
const sideOf = (words: string) => (words === "what it pays" ? "pays" : "receives");

function lowerParty(always: ast.Always, claim: ast.PartyClaim, lowering: Lowering): Claim | undefined {
  const each = kindOf(claim.each);
  const who = whoAre(claim.who, lowering);
  if (!who) {
    const of = "the roles, groups and participants of this contract";
    return lowering.report("key-unknown", { key: claim.who, of }, claim, { property: "who" });
  }
  if (!each || (claim.payment && !claim.payment.ref)) return undefined;
  const terms = {
    kind: "party",
    who: claim.who,
    ...who,
    side: sideOf(claim.side),
    ...(claim.payment ? { payment: claim.payment.$refText } : {}),
    each,
    comparison: comparisonOf(claim.comparison),
  } as const;
  if (claim.same) return { ...terms, value: { same: sideOf(claim.same) } };
  const limit =
    claim.limit && moneyLimit(claim.limit, claim, { owner: always.name, grain: each, axes: [who.axis] }, lowering);
  return limit && { ...terms, value: { node: limit.id } };
}

/** A role's parties, or its participants where no party has it; a group's members; a set's rows. */
function whoAre(name: string, lowering: Lowering): { axis: string; members: string[] } | undefined {
  const { items } = lowering.contract;
  const group = items.find((item): item is ast.Group => ast.isGroup(item) && item.name === name);
  if (group) return { axis: "party", members: keysOf(group, lowering) };
  const parties = items.filter(ast.isParty).filter(({ role }) => role === name);
  if (parties.length > 0) return { axis: "party", members: parties.map((party) => party.name) };
  const set = lowering.participants.find((one) => !one.place && (one.name === name || one.role === name));
  return set && { axis: set.name, members: set.rows.map(({ key }) => key) };
}

function lowerCliff(claim: ast.CliffClaim, lowering: Lowering): Claim | undefined {
  const metric = claim.metric?.ref;
  const unit = metric && lowering.values.get(`metric ${metric.name}`)?.unit;
  const change = unit && readLiteral(claim.change, lowering, unit);
  const most = readLiteral(claim.most, lowering);
  if (!metric || !claim.payment?.ref || !unit || !change || !most) return undefined;
  if (!sameUnit(change.unit, unit)) {
    const what = `A change of ${metric.name}`;
    return lowering.report(
      "wrong-unit",
      { what, needs: describeUnit(unit), is: describeUnit(change.unit) },
      claim.change,
    );
  }
  if (Rational.parse(change.value).isZero) return lowering.report("change-of-nothing", {}, claim.change);
  return {
    kind: "cliff",
    metric: metric.name,
    change: change.value,
    payment: claim.payment.$refText,
    most: most.value,
  };
}

function lowerPaymentClaim(claim: ast.PaymentClaim, lowering: Lowering): Claim | undefined {
  const payment = claim.payment?.ref;
  if (!ast.isPayment(payment)) return undefined;
  if (claim.within) {
    if (payment.lines.some(ast.isPoolLine)) return { kind: "pool", payment: payment.name };
    return lowering.report("line-missing", { thing: payment.name, line: "pool" }, claim);
  }
  const metric = claim.metric?.ref;
  if (!ast.isMetric(metric) || !claim.when) return undefined;
  const better = metric.lines.find(ast.isBetterLine)?.direction;
  const when = claim.when as "improves" | "worsens" | "rises" | "falls";
  if (!better && (when === "improves" || when === "worsens")) {
    return lowering.report("line-missing", { thing: metric.name, line: "better lower or better higher" }, claim);
  }
  const up =
    when === "rises" || (when === "improves" && better === "higher") || (when === "worsens" && better === "lower");
  return {
    kind: "direction",
    payment: payment.name,
    never: claim.never === "does not fall when" ? "falls" : "rises",
    metric: metric.name,
    when,
    direction: up ? "up" : "down",
  };
}
