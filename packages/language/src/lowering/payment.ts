import type { Branch, PartyLimit, Payment, PaymentLine } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { isStep, lowerBlock } from "./block.js";
import { lowerCompares } from "./compares.js";
import { lowerCredit } from "./credit.js";
import { moneyLimit } from "./limits.js";
import { kindOf, type Lowering } from "./lowering.js";
import { typeOf } from "./match.js";
import { lowerOnAccount } from "./on-account.js";
import { lowerPays } from "./pays.js";
import { lowerPoints } from "./points.js";
import { lowerPool } from "./pool.js";
import { lowerRates } from "./rates.js";
import { commissioners, lowerSharing } from "./sharing.js";
import type { Site, Typed } from "./typed.js";
import { lowerWithholds } from "./withholds.js";

/** A payment: its amounts, its steps, who pays whom. */
export function lowerPayment(payment: ast.Payment, lowering: Lowering): Payment | undefined {
  const each = kindOf(payment.each);
  if (!each) return lowering.report("payment-without-period", { payment: payment.name }, payment, { property: "name" });
  const set = payment.forEach?.axis?.ref;
  if (ast.isGroup(set)) {
    return lowering.report("for-each-group", { group: set.name }, payment.forEach!);
  }
  const axes = set ? [set.name] : [];
  const cumulative = payment.lines.some(ast.isCumulativeLine);
  const recoverable = payment.lines.some(ast.isRecoveredLine);
  const site: Site = {
    owner: payment.name,
    grain: each,
    axes,
    ...(cumulative ? { cumulative: payment.name } : {}),
    ...(recoverable ? { recoverable } : {}),
  };
  const compares = payment.lines.find(ast.isComparesLine);
  const pools: { pool?: Typed } = {};
  const branches = compares
    ? lowerSides(payment, compares, site, lowering)
    : lowerPlain(payment, site, pools, lowering);
  if (!branches) return undefined;
  if (cumulative && ast.isParticipantSet(set) && (set.joining ?? set.leaving)) {
    return lowering.report("cumulative-joining", { payment: payment.name, set: set.name }, payment, {
      property: "name",
    });
  }
  if (cumulative && branches.length > 1) {
    return lowering.report("cumulative-one-way", { payment: payment.name }, payment, { property: "name" });
  }
  const instalments = payment.lines.filter(ast.isOnAccountLine);
  if (instalments[1]) {
    return lowering.report("line-twice", { line: "on account", thing: payment.name }, instalments[1]);
  }
  const onAccount =
    instalments[0] && lowerOnAccount(instalments[0], branches, pools.pool, { ...site, grain: each }, lowering);
  if (instalments[0] && !onAccount) return undefined;
  return {
    name: payment.name,
    ...(payment.title ? { title: payment.title } : {}),
    each,
    ...(set ? { forEach: set.name } : {}),
    branches,
    ...(pools.pool ? { pool: pools.pool.id } : {}),
    ...(cumulative ? { cumulative } : {}),
    ...(recoverable ? { mayBeRecovered: recoverable } : {}),
    ...(onAccount ? { onAccount } : {}),
    source: lowering.source(payment),
  };
}

/** A payment without a comparison: its amount lines add, then the steps. */
function lowerPlain(
  payment: ast.Payment,
  site: Site,
  pools: { pool?: Typed },
  lowering: Lowering,
): Branch[] | undefined {
  const block = payment.lines.find(ast.isSideBlock);
  if (block) return lowering.report("line-missing", { thing: payment.name, line: "compares … with …" }, block);
  const lines: PaymentLine[] = [];
  const amounts: Typed[] = [];
  let sound = true;
  const push = (construct: PaymentLine["construct"], value: Typed | undefined, at: ast.PaymentLine): void => {
    if (!value) sound = false;
    else {
      amounts.push(value);
      lines.push({ construct, node: value.id, source: lowering.source(at) });
    }
  };
  const weights = payment.lines.filter(ast.isWeightLine);
  const points = payment.lines.filter(ast.isPointsLine);
  for (const line of payment.lines) {
    if (ast.isPaysLine(line)) push("pays", lowerPays(line, site, lowering), line);
    if (ast.isPoolLine(line)) {
      const pool = lowerPool(line, weights, site, lowering);
      if (pool) pools.pool = pool.pool;
      push("pool", pool?.earned, line);
    }
    if (ast.isRateCard(line)) push("rates", lowerRates(line, payment, site, lowering), line);
    if (line === points[0])
      push("points", lowerPoints(points, payment.lines.find(ast.isPricedLine), site, lowering), line);
  }
  const orphan = weights[0];
  const withheld = payment.lines.find(ast.isWithholdsLine);
  if (withheld && payment.lines.some(ast.isPoolLine))
    return lowering.report("weights-of-which", { payment: payment.name }, withheld);
  if (orphan && !withheld && !payment.lines.some(ast.isPoolLine))
    return lowering.report("line-missing", { thing: payment.name, line: "pool £…" }, orphan);
  const [first] = amounts;
  if (!sound) return undefined;
  if (!first) return lowering.report("nothing-paid", { payment: payment.name }, payment, { property: "name" });
  const type = { ...typeOf(first.unit, ...amounts), grain: site.grain };
  const sum =
    amounts.length === 1
      ? first
      : lowering.add(site.owner, { kind: "plus", terms: amounts.map(({ id }) => id) }, payment, type);
  const due = lowerTaken(payment.lines, sum, weights, lines, site, lowering);
  if (!due) return undefined;
  const branch = lowerBranch("always", payment.lines, payment.lines, due, lines, payment, site, lowering);
  return branch && [branch];
}

/** A payment that compares: one branch for each side that the text has (rule 6). */
function lowerSides(
  payment: ast.Payment,
  compares: ast.ComparesLine,
  site: Site,
  lowering: Lowering,
): Branch[] | undefined {
  const other = payment.lines.find(
    (line) =>
      ast.isPaysLine(line) ||
      ast.isPoolLine(line) ||
      ast.isPointsLine(line) ||
      ast.isWeightLine(line) ||
      ast.isWithholdsLine(line) ||
      ast.isCreditLine(line) ||
      ast.isRateCard(line),
  );
  if (other) return lowering.report("amounts-side-by-side", { payment: payment.name }, other);
  const step = payment.lines.find(isStep);
  if (step)
    return lowering.report(
      "line-missing",
      { thing: "This step", line: "if below { … }, if above { … } or either way { … } around it" },
      step,
    );
  const blocks = payment.lines.filter(ast.isSideBlock);
  if (blocks.length === 0)
    return lowering.report("line-missing", { thing: payment.name, line: "if below, if above or either way" }, compares);
  const branches: Branch[] = [];
  for (const block of blocks) {
    const sides =
      block.side === "if below"
        ? (["below"] as const)
        : block.side === "if above"
          ? (["above"] as const)
          : (["below", "above"] as const);
    for (const side of sides) {
      if (branches.some((branch) => branch.when === side))
        return lowering.report("side-twice", { side: block.side }, block);
      const gap = lowerCompares(compares, side, site, lowering);
      if (!gap) return undefined;
      const outside = payment.lines.filter((line) => ast.isPaidLine(line) || ast.isEachLimitLine(line));
      const lines: PaymentLine[] = [{ construct: "compares", node: gap.id, source: lowering.source(compares) }];
      const either = block.side === "either way";
      const branch = lowerBranch(
        side,
        block.lines,
        [...block.lines, ...outside],
        gap,
        lines,
        payment,
        site,
        lowering,
        either,
      );
      if (!branch) return undefined;
      branches.push({ ...branch, compares: gap.id });
    }
  }
  return branches;
}

/** Steps, parties and limits of one way that a payment can go. */
function lowerBranch(
  when: Branch["when"],
  stepLines: readonly ast.PaymentLine[],
  partyLines: readonly ast.PaymentLine[],
  start: Typed,
  lines: PaymentLine[],
  payment: ast.Payment,
  site: Site,
  lowering: Lowering,
  either = false,
): Branch | undefined {
  const amount = lowerBlock(stepLines.filter(isStep), start, lines, site, lowering);
  const parties = lowerParties(when, partyLines, payment, site, either, lowering);
  const limits = lowerLimits(partyLines, site, lowering);
  if (!amount || !parties || !limits) return undefined;
  const due =
    site.cumulative === undefined
      ? amount
      : sinceTheStart(amount, when === "always" ? undefined : start, payment, site, lowering);
  const source = lowering.source(stepLines[0]?.$container ?? payment);
  // In a block for either way, a limit on what each pays stands on the side where they pay.
  const apply = limits.filter((limit) => !either || (limit.on === "pays") === (parties.direction === "by"));
  return { when, lines, amount: due.id, ...parties, limits: apply, source };
}

/** `cumulative over the term`: what is due on everything since the start, less what was computed before. */
function sinceTheStart(
  amount: Typed,
  gap: Typed | undefined,
  payment: ast.Payment,
  site: Site,
  lowering: Lowering,
): Typed {
  const at = payment.lines.find(ast.isCumulativeLine) ?? payment;
  const compares = gap === undefined ? {} : { compares: gap.id };
  const mayBeRecovered = site.recoverable === true;
  return lowering.add(
    site.owner,
    { kind: "cumulative", of: amount.id, ...compares, payment: payment.name, mayBeRecovered },
    at,
    { ...typeOf(amount.unit, amount), grain: site.grain },
  );
}

function lowerParties(
  when: Branch["when"],
  lines: readonly ast.PaymentLine[],
  payment: ast.Payment,
  site: Site,
  either: boolean,
  lowering: Lowering,
): Pick<Branch, "direction" | "receivers" | "payers"> | undefined {
  const paid = lines.filter(ast.isPaidLine);
  const wrong = paid.find((line) => line.side && !either);
  if (wrong) return lowering.report("side-outside-either", { side: wrong.side! }, wrong);
  const here = paid.filter((line) => !line.side || line.side === `when ${when}`);
  const to = here.find((line) => line.way === "paid to");
  const by = here.find((line) => line.way === "paid by");
  const twice = here.find((line) => line !== to && line !== by);
  if (twice) return lowering.report("line-twice", { line: twice.way, thing: payment.name }, twice);
  if (!to && !by) return lowering.report("nobody-paid", { payment: payment.name }, payment, { property: "name" });
  const receivers = to ? lowerSharing(to.sharing, site, lowering) : commissioners(by!, lowering);
  const payers = by ? lowerSharing(by.sharing, site, lowering) : commissioners(to!, lowering);
  return receivers && payers && { direction: to ? "to" : "by", receivers, payers };
}

/** What is withheld and credited is taken off the sum of the amount lines, in the order of the text. Fills `lines`. */
function lowerTaken(
  all: readonly ast.PaymentLine[],
  sum: Typed,
  weights: readonly ast.WeightLine[],
  lines: PaymentLine[],
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  let it = sum;
  for (const line of all) {
    if (!ast.isWithholdsLine(line) && !ast.isCreditLine(line)) continue;
    const credit = ast.isCreditLine(line);
    const after = credit ? lowerCredit(line, it, site, lowering) : lowerWithholds(line, weights, it, site, lowering);
    if (!after) return undefined;
    lines.push({ construct: credit ? "credit" : "withholds", node: after.id, source: lowering.source(line) });
    it = after;
  }
  return it;
}

/** `each pays at most 5% of its core, the excess from icb`. */
function lowerLimits(lines: readonly ast.PaymentLine[], site: Site, lowering: Lowering): PartyLimit[] | undefined {
  const limits: PartyLimit[] = [];
  for (const line of lines.filter(ast.isEachLimitLine)) {
    const limit = moneyLimit(line.limit, line, { ...site, axes: [...site.axes, "party"] }, lowering);
    if (!limit || (line.party && !line.party.ref)) return undefined;
    limits.push({
      on: line.way === "each pays" ? "pays" : "receives",
      limit: limit.id,
      excess: line.party?.$refText ?? null,
      source: lowering.source(line),
    });
  }
  return limits;
}
