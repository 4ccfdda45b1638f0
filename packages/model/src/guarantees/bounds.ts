import type { Claim } from "../contract/guarantees.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import { titleOfRow } from "../explain/names.js";
import { Rational } from "../numbers/rational.js";
import type { Period } from "../time/period.js";
import { showMoney } from "../units/show.js";
import type { Verdict } from "./check.js";

type Bounds = Exclude<Claim, { kind: "direction" | "cliff" }>;

/** Each period of the claim that lies inside the case, and each party: whether the bound is kept. */
export function boundsIn(claim: Bounds, period: Period, evaluator: Evaluator): Verdict[] {
  if (claim.kind === "pool") return poolIn(claim.payment, period, evaluator);
  return inside(claim.each, period, evaluator).flatMap((at) => {
    if (claim.kind === "total") return [total(claim, at, evaluator)];
    return claim.members.map((member) => party(claim, member, at, evaluator));
  });
}

const inside = (kind: Period["kind"], period: Period, evaluator: Evaluator): Period[] =>
  evaluator.within(kind, period).filter(({ from, to }) => from >= period.from && to <= period.to);

/** Every payment, or one, settled inside a period, for each of its rows. */
export function outcomesIn(period: Period, evaluator: Evaluator, only?: string): PaymentOutcome[] {
  const { contract } = evaluator;
  return contract.payments
    .filter(({ name }) => only === undefined || name === only)
    .flatMap((payment) => {
      const set = contract.participants.find(({ name }) => name === payment.forEach);
      const rows = payment.forEach === undefined ? [undefined] : (set?.rows.map(({ key }) => key) ?? []);
      return inside(payment.each, period, evaluator).flatMap((at) =>
        rows.map((row) => evaluator.outcome(payment, at, row)),
      );
    });
}

type Bounded = Exclude<Bounds, { kind: "pool" }>;

function total(claim: Bounded, at: Period, evaluator: Evaluator): Verdict {
  const outcomes = outcomesIn(at, evaluator);
  const buyers = new Set(
    evaluator.contract.parties.filter(({ role }) => role === "commissioner").map(({ name }) => name),
  );
  const sum = Rational.sum(
    outcomes.flatMap(({ pays, receives }) => [
      ...pays.filter(({ party }) => buyers.has(party)).map(({ amount }) => amount),
      ...receives.filter(({ party }) => buyers.has(party)).map(({ amount }) => amount.negated()),
    ]),
  );
  return compared(
    `The commissioners pay`,
    sum,
    isOpen(outcomes),
    bound(claim, {}, at, evaluator),
    claim,
    at,
    evaluator,
  );
}

function party(claim: Bounded & { kind: "party" }, member: string, at: Period, evaluator: Evaluator): Verdict {
  const outcomes = outcomesIn(at, evaluator, claim.payment);
  const side = (which: "pays" | "receives"): Rational =>
    Rational.sum(
      outcomes.flatMap((outcome) => outcome[which].filter((one) => one.party === member).map(({ amount }) => amount)),
    );
  const { value } = claim;
  const limit = "same" in value ? side(value.same) : bound(claim, { [claim.axis]: member }, at, evaluator);
  const who = titleOfRow(claim.axis, member, evaluator.contract);
  const under = claim.payment === undefined ? "" : ` under ${claim.payment}`;
  return compared(`${who} ${claim.side}${under}`, side(claim.side), isOpen(outcomes), limit, claim, at, evaluator);
}

function bound(
  { value }: Bounded,
  of: Record<string, string>,
  period: Period,
  evaluator: Evaluator,
): Rational | undefined {
  if (!("node" in value)) return undefined;
  const step = evaluator.step(value.node, { period, of });
  return step.value.is === "number" ? step.value.number : undefined;
}

/** Part of what is paid is not known: the claim cannot be told to hold. */
const isOpen = (outcomes: readonly PaymentOutcome[]): boolean =>
  outcomes.some(({ status }) => status === "undetermined");

function compared(
  what: string,
  amount: Rational,
  open: boolean,
  limit: Rational | undefined,
  { comparison }: Bounded,
  { label }: Period,
  { contract }: Evaluator,
): Verdict {
  if (open || limit === undefined) return undefined;
  const holds = comparison === "at-most" ? !amount.above(limit) : !amount.below(limit);
  const money = (value: Rational): string => showMoney(value, contract.currency);
  const most = `${comparison === "at-most" ? "at most" : "at least"} ${money(limit)}`;
  const over = comparison === "at-most" ? amount.less(limit) : limit.less(amount);
  return { holds, over, sentence: `${what} ${money(amount)} in ${label}, and promised is ${most}.` };
}

function poolIn(payment: string, period: Period, evaluator: Evaluator): Verdict[] {
  const { contract } = evaluator;
  return outcomesIn(period, evaluator, payment).map((outcome) => {
    const pool =
      outcome.payment.pool === undefined ? undefined : evaluator.step(outcome.payment.pool, outcome.place).value;
    if (pool?.is !== "number" || outcome.exact === null) return undefined;
    const shown = (value: Rational): string => showMoney(value, contract.currency);
    return {
      holds: !outcome.exact.above(pool.number),
      over: outcome.exact.less(pool.number),
      sentence: `${payment} comes to ${shown(outcome.exact)} in ${outcome.place.period.label}, and its pool is ${shown(pool.number)}.`,
    };
  });
}
