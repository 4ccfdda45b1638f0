import type { Branch, Payment } from "../contract/payments.js";
import type { Place } from "../evaluate/evaluation.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import type { Bounding } from "./bounding.js";
import { floored, higher, hull, hullOf, type Interval, negated, nothing, rising, sizes } from "./interval.js";
import { type Sides, sidesOf } from "./sides.js";

/** One way that a payment can go. */
export interface BranchBounds {
  readonly branch: Branch;
  /** Before rounding; below nothing only where it may be recovered. */
  readonly earned: Interval;
  /** What moves, to the penny, a size. */
  readonly amount: Interval;
  readonly receives: ReadonlyMap<string, Interval>;
  readonly pays: ReadonlyMap<string, Interval>;
}

/** One payment in one period: what it can come to where it can be worked out at all. */
export interface PaymentBounds {
  readonly branches: readonly BranchBounds[];
  /** Nothing may be due, on no side. */
  readonly mayBeNone: boolean;
  readonly earned: Interval | undefined;
  readonly amount: Interval | undefined;
  readonly receives: (party: string) => Interval;
  readonly pays: (party: string) => Interval;
  /** The size of what a party receives less what it pays. */
  readonly net: (party: string | undefined) => Interval | undefined;
}

export function paymentBounds(payment: Payment, place: Place, bounding: Bounding): PaymentBounds {
  const branches = payment.branches.flatMap((branch) => branchBounds(payment, branch, place, bounding) ?? []);
  const mayBeNone =
    !payment.cumulative && payment.branches.every(({ compares }) => mayBeNothing(compares, place, bounding));
  const side = (which: "receives" | "pays", party: string): Interval =>
    hullOf([...branches.map((one) => one[which].get(party) ?? nothing), ...(mayBeNone ? [nothing] : [])]) ?? nothing;
  const all = (which: "earned" | "amount"): Interval | undefined =>
    hullOf([...branches.map((one) => one[which]), ...(mayBeNone ? [nothing] : [])]);
  const receives = (party: string): Interval => side("receives", party);
  const pays = (party: string): Interval => side("pays", party);
  return {
    branches,
    mayBeNone,
    earned: all("earned"),
    amount: all("amount"),
    receives,
    pays,
    net: (party) => (party === undefined ? sizes : netOf(receives(party), pays(party))),
  };
}

/** One or the other: for those who take part in all of a period, and for those who take part in some of it. */
export function eitherPayment(a: PaymentBounds, b: PaymentBounds): PaymentBounds {
  const branches = [...new Set([...a.branches, ...b.branches].map(({ branch }) => branch))].map((branch) =>
    [...a.branches, ...b.branches].filter((one) => one.branch === branch).reduce(eitherBranch),
  );
  const receives = (party: string): Interval => hull(a.receives(party), b.receives(party));
  const pays = (party: string): Interval => hull(a.pays(party), b.pays(party));
  return {
    branches,
    mayBeNone: a.mayBeNone || b.mayBeNone,
    earned: eitherOf(a.earned, b.earned),
    amount: eitherOf(a.amount, b.amount),
    receives,
    pays,
    net: (party) => (party === undefined ? sizes : netOf(receives(party), pays(party))),
  };
}

/** A limit on payments together may leave nothing of it. What another payment reads is what was there before. */
export function mayBeCut(bounds: PaymentBounds): PaymentBounds {
  const cut = (interval: Interval): Interval => hull(interval, nothing);
  const each = (parties: Sides["pays"]): Map<string, Interval> =>
    new Map([...parties].map(([party, interval]) => [party, cut(interval)]));
  const receives = (party: string): Interval => cut(bounds.receives(party));
  const pays = (party: string): Interval => cut(bounds.pays(party));
  return {
    ...bounds,
    branches: bounds.branches.map((one) => ({
      ...one,
      amount: cut(one.amount),
      receives: each(one.receives),
      pays: each(one.pays),
    })),
    amount: bounds.amount && cut(bounds.amount),
    receives,
    pays,
    net: (party) => (party === undefined ? sizes : netOf(receives(party), pays(party))),
  };
}

const eitherOf = (a: Interval | undefined, b: Interval | undefined): Interval | undefined =>
  a && b ? hull(a, b) : (a ?? b);

const eitherBranch = (a: BranchBounds, b: BranchBounds): BranchBounds => ({
  branch: a.branch,
  earned: hull(a.earned, b.earned),
  amount: hull(a.amount, b.amount),
  receives: together(a.receives, b.receives),
  pays: together(a.pays, b.pays),
});

/** It never goes a way whose comparison has no difference on that side, and never comes to less than nothing. */
function branchBounds(payment: Payment, branch: Branch, place: Place, bounding: Bounding): BranchBounds | undefined {
  const gap = branch.compares === undefined ? undefined : bounding.of(branch.compares, place).numbers;
  if (branch.when !== "always" && !payment.cumulative && branch.compares !== undefined) {
    if (!gap || (gap.high !== null && !gap.high.above(Rational.zero))) return undefined;
  }
  const exact = bounding.of(branch.amount, place).numbers;
  if (!exact) return undefined;
  const recovers = payment.mayBeRecovered === true;
  if (!recovers && exact.high?.isNegative) return undefined;
  const { unit, ties } = bounding.contract.rounding;
  const round = (size: Interval): Interval => rising(size, (value) => roundTo(value, Rational.parse(unit), ties));
  const due = sidesOf(round(floored(exact)), branch, branch.limits, place, bounding);
  const back = recovers && (exact.low === null || exact.low.isNegative);
  if (!back) return { branch, earned: recovers ? exact : higher(exact, nothing), ...due };
  const returned = sidesOf(round(floored(negated(exact))), branch, [], place, bounding);
  return {
    branch,
    earned: exact,
    amount: hull(due.amount, returned.amount),
    receives: together(due.receives, returned.pays),
    pays: together(due.pays, returned.receives),
  };
}

const together = (a: Sides["pays"], b: Sides["pays"]): Map<string, Interval> =>
  new Map(
    [...new Set([...a.keys(), ...b.keys()])].map((party) => [
      party,
      hull(a.get(party) ?? nothing, b.get(party) ?? nothing),
    ]),
  );

function mayBeNothing(compares: string | undefined, place: Place, bounding: Bounding): boolean {
  if (compares === undefined) return false;
  const gap = bounding.of(compares, place).numbers;
  return gap !== undefined && !gap.low?.above(Rational.zero);
}

/** What a party pays itself moves nothing, so with both sides open it can be anything up to the larger. */
function netOf(receives: Interval, pays: Interval): Interval {
  if (pays.high?.isZero) return receives;
  if (receives.high?.isZero) return pays;
  const most = higher(receives, pays);
  return { low: Rational.zero, high: most.high };
}
