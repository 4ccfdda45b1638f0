import type { Bounding } from "../bounds/bounding.js";
import { boundingOf } from "../bounds/bounding-of.js";
import { hull, type Interval, less, lower, nothing, sumOf } from "../bounds/interval.js";
import type { BranchBounds } from "../bounds/payment.js";
import type { ContractModel } from "../contract/contract.js";
import type { Claim } from "../contract/guarantees.js";
import type { Payment } from "../contract/payments.js";
import type { Place } from "../evaluate/evaluation.js";
import { Rational } from "../numbers/rational.js";
import { compareKinds, type Period, periodAt, periodsOf } from "../time/period.js";
import { neverAboveItsPool } from "./pool.js";

type Bounds = Exclude<Claim, { kind: "direction" | "cliff" }>;

/** Whether the bounds of the contract imply the claim, in every period of the term. False says only that they do not. */
export function boundsImply(claim: Bounds, contract: ContractModel): boolean {
  const bounding = boundingOf(contract);
  if (claim.kind === "pool") {
    const payment = contract.payments.find(({ name }) => name === claim.payment)!;
    return periodsOf(payment.each, bounding.calendar).every((period) =>
      neverAboveItsPool(payment, { period, of: {} }, bounding),
    );
  }
  return periodsOf(claim.each, bounding.calendar).every((period) =>
    claim.kind === "total"
      ? keeps(claim, totalIn(period, bounding), limitOf(claim, { period, of: {} }, bounding))
      : claim.members.every((member) => partyKeeps(claim, member, period, bounding)),
  );
}

type Bounded = Exclude<Bounds, { kind: "pool" }>;

function keeps({ comparison }: Bounded, amount: Interval, limit: Interval | undefined): boolean {
  if (!limit) return false;
  return comparison === "at-most"
    ? amount.high !== null && limit.low !== null && !amount.high.above(limit.low)
    : amount.low !== null && limit.high !== null && !amount.low.below(limit.high);
}

const limitOf = ({ value }: Bounded, place: Place, bounding: Bounding): Interval | undefined => {
  const found = "node" in value ? bounding.of(value.node, place) : undefined;
  // What a table may lack is no limit to compare with; there the claim says nothing.
  return found?.numbers;
};

function partyKeeps(claim: Bounded & { kind: "party" }, member: string, period: Period, bounding: Bounding): boolean {
  const { value, side, payment, axis } = claim;
  const amount = ofParty(side, member, period, payment, bounding);
  const limit =
    "same" in value
      ? ofParty(value.same, member, period, payment, bounding)
      : limitOf(claim, { period, of: { [axis]: member } }, bounding);
  return keeps(claim, amount, limit);
}

function ofParty(
  side: "pays" | "receives",
  member: string,
  period: Period,
  only: string | undefined,
  bounding: Bounding,
): Interval {
  const payments = bounding.contract.payments.filter(({ name }) => only === undefined || name === only);
  return sumOf(
    payments.flatMap((payment) =>
      placesIn(payment, period, bounding).map((place) => bounding.payment(payment, place)[side](member)),
    ),
  );
}

/** Every period of a payment inside a longer one, for each of its rows. */
function placesIn(payment: Payment, period: Period, { contract, calendar }: Bounding): Place[] {
  const set = contract.participants.find(({ name }) => name === payment.forEach);
  const rows = set ? set.rows.map(({ key }) => ({ [set.name]: key })) : [{}];
  return periodsOf(payment.each, calendar)
    .filter(({ from, to }) => from >= period.from && to <= period.to)
    .flatMap((inner) => rows.map((of): Place => ({ period: inner, of })));
}

/** All that commissioners pay, less what they are paid. */
function totalIn(period: Period, bounding: Bounding): Interval {
  const { parties, payments } = bounding.contract;
  const buyers = new Set(parties.filter(({ role }) => role === "commissioner").map(({ name }) => name));
  return sumOf(
    payments.map((payment) => {
      const sum = sumOf(
        placesIn(payment, period, bounding).map((place) => {
          const { branches, mayBeNone } = bounding.payment(payment, place);
          const all = [...branches.map((branch) => ofBuyers(branch, buyers)), ...(mayBeNone ? [nothing] : [])];
          return all.length === 0 ? nothing : all.reduce(hull);
        }),
      );
      const cap = capOver(payment, period, bounding);
      return cap ? { low: sum.low, high: lower(sum, cap).high } : sum;
    }),
  );
}

function ofBuyers({ amount, pays, receives }: BranchBounds, buyers: ReadonlySet<string>): Interval {
  const [payers, payees] = [[...pays.keys()], [...receives.keys()]];
  const some = (names: readonly string[]): boolean => names.some((name) => buyers.has(name));
  const every = (names: readonly string[]): boolean => names.every((name) => buyers.has(name));
  if (every(payers) && !some(payees)) return amount;
  if (every(payees) && !some(payers)) return less(nothing, amount);
  const of = (side: ReadonlyMap<string, Interval>): Interval =>
    sumOf([...side].filter(([name]) => buyers.has(name)).map(([, part]) => part));
  return less(of(pays), of(receives));
}

/** A cap on the last line over a span that holds the period: all of its periods together keep to it. */
function capOver(payment: Payment, period: Period, { contract, calendar, of }: Bounding): Interval | undefined {
  if (payment.forEach !== undefined || payment.mayBeRecovered) return undefined;
  const [branch] = payment.branches;
  const last = branch && contract.nodes[branch.amount];
  if (payment.branches.length > 1 || last?.kind !== "at-most" || !last.over) return undefined;
  if (compareKinds(last.over.span, period.kind) < 0) return undefined;
  const whole = periodAt(last.over.span, period.from, calendar);
  const limit = of(last.limit, { period: whole, of: {} });
  return limit.none || !limit.numbers ? undefined : { low: Rational.zero, high: limit.numbers.high };
}
