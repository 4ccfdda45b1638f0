import type { ContractLimit } from "../contract/limits.js";
import type { Payment } from "../contract/payments.js";
import { wholePence } from "../nodes/limited.js";
import { byLargestRemainder } from "../numbers/divide.js";
import { Rational } from "../numbers/rational.js";
import { type Period, periodAt, periodsOf } from "../time/period.js";
import type { Evaluation, Step } from "./evaluation.js";
import { bothSides, nobody, type PaymentOutcome } from "./payment.js";
import { reasonFor } from "./reason.js";
import { asNumber, type Lack, missing } from "./value.js";

/** What a contract's limit left of an amount, where the limit was looked at. */
export interface LimitedBy {
  readonly limit: ContractLimit;
  /** The span in hand, and the most for it in whole pence. */
  readonly span: Period;
  readonly most: Rational;
  readonly before: Rational;
  readonly step: Step;
}

/** Outcomes after the first so many of the contract's limits. */
export type OutcomeAfter = (limits: number, payment: Payment, period: Period, row?: string) => PaymentOutcome;

/** What a limit leaves of every outcome in one span: an amount, or why it cannot be told. By `keyOf`. */
export type Left = ReadonlyMap<string, { readonly amount: Rational } | { readonly lacks: readonly Lack[] }>;

export const keyOf = ({ payment, place, row }: Pick<PaymentOutcome, "payment" | "place" | "row">): string =>
  JSON.stringify([payment.name, place.period.fullFrom, row]);

/** Only what the named parties receive counts towards a limit. */
const counts = ({ branch, turned, amount }: PaymentOutcome): boolean =>
  amount === null || (branch?.direction === "to" && turned !== true);

/** Shares a limit out over everything that falls into one of its spans. */
export function leftIn(index: number, span: Period, after: OutcomeAfter, evaluation: Evaluation): Left {
  const limit = evaluation.contract.limits![index]!;
  const outcomes = inOrder(limit, span, (payment, period, row) => after(index, payment, period, row), evaluation);
  const left = new Map<string, { amount: Rational } | { lacks: readonly Lack[] }>();
  const most = mostFor(limit, span, evaluation);
  if ("lacks" in most) {
    for (const outcome of outcomes) left.set(keyOf(outcome), most);
    return left;
  }
  if (limit.way === "in-proportion") {
    const unknown = outcomes.find(({ amount }) => amount === null);
    const amounts = outcomes.map(({ amount }) => amount ?? Rational.zero);
    const parts = heldTo(most.amount, amounts, evaluation);
    for (const [at, outcome] of outcomes.entries())
      left.set(keyOf(outcome), unknown ? { lacks: waitsFor(unknown, limit) } : { amount: parts[at]! });
    return left;
  }
  let room = most.amount;
  let unknown: PaymentOutcome | undefined;
  for (const outcome of outcomes) {
    unknown ??= outcome.amount === null ? outcome : undefined;
    const paid = outcome.amount === null ? Rational.zero : Rational.lower(outcome.amount, room);
    left.set(keyOf(outcome), unknown ? { lacks: waitsFor(unknown, limit) } : { amount: paid });
    room = room.less(paid);
  }
  return left;
}

const heldTo = (most: Rational, amounts: readonly Rational[], { contract }: Evaluation): Rational[] =>
  Rational.sum(amounts).above(most)
    ? byLargestRemainder(most, amounts, Rational.parse(contract.rounding.unit))
    : [...amounts];

const waitsFor = ({ payment, place, row, lacks }: PaymentOutcome, limit: ContractLimit): readonly Lack[] => [
  {
    input: payment.name,
    why: `${row === undefined ? "" : `of ${row} `}for ${place.period.label}, and ${limit.name} is shared with it`,
    payment: true,
    source: limit.source,
  },
  ...lacks,
];

function mostFor(limit: ContractLimit, span: Period, evaluation: Evaluation) {
  const step = evaluation.step(limit.most, { period: span, of: {} });
  if (step.value.is === "missing") return { lacks: step.value.lacks };
  if (step.value.is !== "number") return missing({ input: limit.name, why: "it is no number", source: limit.source });
  return { amount: Rational.higher(Rational.zero, wholePence(asNumber(step.value), evaluation)), step };
}

/** Everything that falls into a span and counts: the earliest first, then by key or in the order listed (rule 7). */
function inOrder(
  limit: ContractLimit,
  span: Period,
  outcomeOf: (payment: Payment, period: Period, row?: string) => PaymentOutcome,
  { contract, calendar }: Evaluation,
): PaymentOutcome[] {
  const outcomes = limit.payments.flatMap((name) => {
    const payment = contract.payments.find((one) => one.name === name)!;
    const rows = contract.participants.find((set) => set.name === payment.forEach)?.rows.map(({ key }) => key);
    return periodsOf(payment.each, calendar, span.from, span.to).flatMap((period) =>
      (rows ?? [undefined]).map((row) => outcomeOf(payment, period, row)),
    );
  });
  const end = ({ place: { period } }: PaymentOutcome): string => period.fullTo;
  const name = ({ payment, row }: PaymentOutcome): string => row ?? payment.name;
  const byKey = limit.way === "earliest-first";
  return outcomes.filter(counts).sort((a, b) => compare(end(a), end(b)) || (byKey ? compare(name(a), name(b)) : 0));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The outcome with what one limit leaves of it: every flow in proportion, to the penny. */
export function heldBy(outcome: PaymentOutcome, index: number, left: Left, evaluation: Evaluation): PaymentOutcome {
  const found = left.get(keyOf(outcome));
  if (!found || outcome.amount === null) return outcome;
  if ("lacks" in found) {
    const { lacks } = found;
    return { ...outcome, ...nobody, amount: null, status: "undetermined", reason: reasonFor(lacks), lacks };
  }
  const limit = evaluation.contract.limits![index]!;
  const span = spanOf(limit, outcome, evaluation);
  const most = mostFor(limit, span, evaluation);
  if ("lacks" in most) return outcome;
  const said = { limit, span, most: most.amount, before: outcome.amount, step: most.step };
  const contractLimits = [...(outcome.contractLimits ?? []), said];
  if (found.amount.equals(outcome.amount)) return { ...outcome, contractLimits };
  const unit = Rational.parse(evaluation.contract.rounding.unit);
  const parts = byLargestRemainder(
    found.amount,
    outcome.flows.map(({ amount }) => amount),
    unit,
  );
  const flows = outcome.flows
    .map((flow, at) => ({ ...flow, amount: parts[at]! }))
    .filter(({ amount }) => !amount.isZero);
  return { ...outcome, contractLimits, amount: found.amount, flows, ...bothSides(flows) };
}

export const spanOf = (
  { span }: ContractLimit,
  { place }: Pick<PaymentOutcome, "place">,
  { calendar }: Evaluation,
): Period => periodAt(span, place.period.from, calendar);
