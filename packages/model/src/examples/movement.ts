import type { ExampleExpectation } from "../contract/examples.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import { type Instalment, instalmentsIn, type SettledOutcome, trueUp } from "../evaluate/on-account.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import { Rational } from "../numbers/rational.js";
import { type Period, periodsOf } from "../time/period.js";

/** Every instalment that is paid inside a period, of the rows that an example speaks of. */
export function instalmentsInside(
  period: Period,
  rowsOf: (axis: string | undefined) => readonly (string | undefined)[],
  evaluator: Evaluator,
): Instalment[] {
  return evaluator.contract.payments
    .filter(({ onAccount }) => onAccount !== undefined)
    .flatMap((payment) =>
      periodsOf(payment.each, evaluator.calendar)
        .filter(({ from, to }) => from < period.to && to > period.from)
        .flatMap((whole) => rowsOf(payment.forEach).flatMap((row) => instalmentsIn(payment, whole, row, evaluator))),
    )
    .filter(({ place }) => place.period.from >= period.from && place.period.to <= period.to);
}

/** Instalments whose settlement is not among these outcomes: with them these are all that moves. */
export const unsettled = (instalments: readonly Instalment[], outcomes: readonly PaymentOutcome[]): Instalment[] =>
  instalments.filter(
    (one) =>
      !outcomes.some(
        ({ payment, row, place }) =>
          payment === one.payment &&
          row === one.row &&
          place.period.from <= one.place.period.from &&
          place.period.to >= one.place.period.to,
      ),
  );

/**
 * What moves of a payment: on account, at its settlement, or in all. Towards those whom the payment names; below nothing
 * where it flows back.
 */
export function movement(
  { kind, when }: ExampleExpectation,
  outcomes: readonly PaymentOutcome[],
  instalments: readonly Instalment[],
  evaluator: Evaluator,
): { readonly moved: readonly PaymentOutcome[]; readonly number: Rational } {
  const settled = outcomes.map(
    (outcome): SettledOutcome =>
      outcome.payment.onAccount === undefined
        ? outcome
        : trueUp(outcome, instalmentsIn(outcome.payment, outcome.place.period, outcome.row, evaluator)),
  );
  const moved =
    when === "on-account"
      ? instalments
      : when === "settlement" || kind === "recovers"
        ? settled
        : [...instalments, ...settled];
  return { moved, number: Rational.sum(moved.map(signed)) };
}

const signed = ({ amount, turned }: PaymentOutcome): Rational =>
  amount === null ? Rational.zero : turned ? amount.negated() : amount;
