import type { Branch, Payment } from "../contract/payments.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import type { Period } from "../time/period.js";
import { daysIn, fullDaysIn, isPart } from "../time/period.js";
import { showMoney } from "../units/show.js";
import { divideAmount, type Flow } from "./division.js";
import type { Evaluation, Place } from "./evaluation.js";
import { netted, total } from "./netting.js";
import { bothSides, nobody, type PaymentOutcome } from "./payment.js";
import { reasonFor } from "./reason.js";
import { partOf } from "./taking-part.js";

/** An instalment of a payment: whole is the period whose settlement it is set against. */
export interface Instalment extends PaymentOutcome {
  readonly whole: Period;
}

/** What was earned, what was paid on account before, and what moves at the settlement. */
export interface TrueUp {
  /** Towards those who receive instalments; below nothing where it goes the other way; null where it is not known. */
  readonly earned: Rational | null;
  readonly paid: Rational;
  /** Payer by payee, as the whole payment divides. */
  readonly flows: readonly Flow[];
}

/** A settlement with the instalments set against it: its flows are the difference, its amount the size of it. */
export interface SettledOutcome extends PaymentOutcome {
  readonly trueUp?: TrueUp;
}

/**
 * The instalment of one period, rounded to the penny and divided as the payment divides, without limits on parties: those
 * hold for the whole. A part period has its part by days (rule 5).
 */
export function instalmentOf(
  payment: Payment,
  period: Period,
  whole: Period,
  row: string | undefined,
  evaluation: Evaluation,
): Instalment {
  const { value: id, over, branch: index } = payment.onAccount!;
  const of = payment.forEach && row !== undefined ? { [payment.forEach]: row } : {};
  const at: Place = { period: over === "instalment" ? period : uncut(whole), of };
  const step = evaluation.step(id, at);
  const branch = payment.branches[index]!;
  const base = { payment, place: { period, of }, ...(row === undefined ? {} : { row }), whole, branch, steps: [step] };
  const stop = (reason: string): Instalment => {
    const lacks = step.value.is === "missing" ? step.value.lacks : [];
    return { ...base, ...nobody, status: "undetermined", reason, lacks, exact: null, amount: null };
  };
  const { value } = step;
  if (value.is === "missing") return stop(reasonFor(value.lacks));
  if (value.is !== "number") return stop("The terms have none.");
  if (value.number.isNegative) {
    return stop(
      `${showMoney(value.number, evaluation.contract.currency)} cannot be paid: an amount is never below nothing.`,
    );
  }
  const part = over === "whole" && isPart(period) ? Rational.of(daysIn(period), fullDaysIn(period)) : Rational.one;
  const exact = value.number.times(part);
  const { unit, ties } = evaluation.contract.rounding;
  const amount = roundTo(exact, Rational.parse(unit), ties);
  const division = divideAmount(amount, { ...branch, limits: [] }, { period: whole, of }, evaluation);
  if ("is" in division) return { ...stop(reasonFor(division.lacks)), lacks: division.lacks };
  return { ...base, status: "determined", lacks: [], exact, amount, ...division, ...bothSides(division.flows) };
}

/** The whole period of its kind: what is paid on account does not know that the term begins or ends inside it. */
const uncut = (period: Period): Period => ({ ...period, from: period.fullFrom, to: period.fullTo });

/**
 * Sets what was paid on account against what was earned: payer by payee, only the difference moves, and where more was
 * paid than earned it flows back. So instalments and settlement together are what was earned, to the penny, for each party.
 */
export function trueUp(outcome: PaymentOutcome, instalments: readonly Instalment[]): SettledOutcome {
  const { payment, amount, flows } = outcome;
  const before = instalments.flatMap((one) => one.flows);
  const paid = total(before);
  if (amount === null) return { ...outcome, trueUp: { earned: null, paid, flows } };
  const unknown = instalments.filter((one) => one.amount === null);
  if (unknown.length > 0) {
    const labels = unknown.map(({ place }) => place.period.label).join(", ");
    const lacks = unknown.flatMap((one) => one.lacks);
    const why = [...new Set(unknown.map(({ reason }) => reason))].join(" ");
    const reason = `What was paid on account for ${labels} is not known, so nothing can be set against it. ${why}`;
    const nothing = { ...nobody, amount: null, lacks, reason, status: "undetermined" } as const;
    return { ...outcome, ...nothing, trueUp: { earned: null, paid, flows: [] } };
  }
  const { direction } = payment.branches[payment.onAccount!.branch]!;
  const earned = directionOf(outcome) === direction ? amount : amount.negated();
  const due = earned.less(paid);
  const moved = netted(flows, before);
  const { turned: _, ...rest } = outcome;
  const back = due.isNegative ? { turned: true as const } : {};
  return { ...rest, ...back, amount: due.size(), flows: moved, ...bothSides(moved), trueUp: { earned, paid, flows } };
}

/** Which way an amount goes, told by whether the named parties receive or pay; undefined where nothing moves. */
function directionOf({ branch, turned }: PaymentOutcome): Branch["direction"] | undefined {
  if (!branch || !turned) return branch?.direction;
  return branch.direction === "to" ? "by" : "to";
}

/** Every instalment that a payment has in one of its periods, for one row where it has rows. */
export const instalmentsIn = (
  payment: Payment,
  whole: Period,
  row: string | undefined,
  evaluation: Evaluation,
): Instalment[] =>
  payment.onAccount === undefined
    ? []
    : evaluation.within(payment.onAccount.each, whole).flatMap((period) => {
        const of = payment.forEach && row !== undefined ? { [payment.forEach]: row } : {};
        const part = partOf(evaluation.contract, { period, of });
        return part ? [instalmentOf(payment, part, whole, row, evaluation)] : [];
      });
