import type { ContractModel } from "../contract/contract.js";
import type { OutcomeData } from "../contract/data.js";
import type { Determination } from "../contract/determinations.js";
import type { Payment } from "../contract/payments.js";
import { distances } from "../explain/distance.js";
import { Rational } from "../numbers/rational.js";
import { carriedFrom } from "../statement/carried.js";
import { amountText, entryOf } from "../statement/entry.js";
import { STATEMENT_VERSION, type Statement, type StatementPeriod } from "../statement/statement.js";
import { stepWriter } from "../statement/steps.js";
import { previousDay, showDate } from "../time/date.js";
import { type Calendar, daysIn, type Period, periodAt, periodsOf } from "../time/period.js";
import { decide } from "./decide.js";
import { type Evaluator, evaluatorOf } from "./evaluator.js";
import { type Instalment, instalmentsIn, type SettledOutcome, trueUp } from "./on-account.js";
import type { PaymentOutcome } from "./payment.js";
import { partOf } from "./taking-part.js";

export interface SettleOptions {
  /** Settle the periods that lie inside this one; by default every period up to the last that any data is known for. */
  readonly period?: Period;
  /** Name and version of the software, for the receipt. */
  readonly software?: string;
  /** SHA-256 of the contract's text, for the receipt. */
  readonly contractDigest?: string;
  /** Decisions that stand in the place of what is computed. */
  readonly determinations?: readonly Determination[];
  /** Work out how far each input is from the next change; true unless said otherwise. */
  readonly next?: boolean;
}

/**
 * Works out every payment of a contract over its periods, for each of its rows: the statement. Amounts are text with the
 * contract's decimals; what cannot be determined has no amount and says which input is missing. The same contract and
 * data give the same bytes of JSON. Throws only where the contract was not checked.
 */
export function settle(contract: ContractModel, data: OutcomeData, options: SettleOptions = {}): Statement {
  const evaluator = evaluatorOf(contract, data.values);
  const known = options.period ? undefined : knownTo(evaluator, data);
  const span = options.period ?? { from: evaluator.calendar.from, to: known ?? evaluator.calendar.to };
  const settled = contract.payments.flatMap((payment) => {
    const computed = outcomesOf(payment, span, evaluator);
    const decided = computed.map((outcome) => decide(outcome, options.determinations ?? [], evaluator));
    return [...instalmentsOf(payment, span, evaluator), ...decided.map((outcome) => whatMoves(outcome, evaluator))];
  });
  const write = stepWriter(contract, data.suppressBelow);
  const nextOf = (outcome: PaymentOutcome) =>
    options.next === false || outcome.decision || "whole" in outcome
      ? []
      : distances(evaluator.outcome(outcome.payment, outcome.place.period, outcome.row), evaluator);
  const periods = inOrder(settled, evaluator.calendar).map((group): StatementPeriod => {
    const period = periodOf(group, evaluator.calendar);
    return {
      period: period.label,
      from: period.from,
      to: previousDay(period.to),
      payments: group.map((outcome) => entryOf(outcome, contract, write, nextOf(outcome))),
      ...forward(period, evaluator, data.suppressBelow),
    };
  });
  return {
    schema: STATEMENT_VERSION,
    contract: contract.name,
    ...(contract.title === undefined ? {} : { title: contract.title }),
    ...(contract.reference === undefined ? {} : { reference: contract.reference }),
    currency: contract.currency,
    periods,
    totals: totals(settled, contract),
    quality: data.quality,
    ...(data.extracts === undefined ? {} : { extracts: data.extracts }),
    ...(data.suppressBelow === undefined
      ? {}
      : { suppress: { below: data.suppressBelow, records: contract.records.map(({ name }) => name) } }),
    ...(data.knownOn === undefined ? {} : { knownOn: data.knownOn }),
    notes: known === undefined ? [] : notes(known, settled.length > 0, evaluator),
    receipt: {
      contract: options.contractDigest ?? null,
      data: data.digest,
      software: options.software ?? null,
    },
  };
}

/**
 * The day up to which something is known: the end of the last period that has any value. Undefined where the contract
 * needs no data at all. A figure that is given once for the whole term says nothing about how far the data reaches.
 */
function knownTo({ contract, calendar }: Evaluator, data: OutcomeData): string | undefined {
  const once = new Set(contract.figures.filter(({ timing }) => timing === "once").map(({ name }) => name));
  if (contract.figures.length === once.size && contract.tallies.length + contract.metrics.length === 0)
    return undefined;
  return data.values
    .filter(({ name, value }) => value !== null && !once.has(name))
    .reduce((last, { to }) => (to > last ? to : last), calendar.from);
}

const forward = (period: Period, evaluator: Evaluator, below: number | undefined): Pick<StatementPeriod, "carried"> => {
  const carried = carriedFrom(period, evaluator.contract, evaluator, below);
  return carried ? { carried } : {};
};

/** Every period of the payment that ends inside the span, and in each the rows in their order. */
function outcomesOf(payment: Payment, span: { from: string; to: string }, evaluator: Evaluator): PaymentOutcome[] {
  const { contract, calendar } = evaluator;
  const periods = periodsOf(payment.each, calendar).filter(({ from, to }) => from >= span.from && to <= span.to);
  const rows = rowsOf(payment, contract);
  return periods.flatMap((period) =>
    rows
      .filter((row) => row === undefined || partOf(contract, { period, of: { [payment.forEach!]: row } }) !== undefined)
      .map((row) => evaluator.outcome(payment, period, row)),
  );
}

const rowsOf = ({ forEach }: Payment, { participants }: ContractModel): (string | undefined)[] =>
  forEach === undefined
    ? [undefined]
    : (participants.find(({ name }) => name === forEach)?.rows.map(({ key }) => key) ?? []);

/** Every instalment whose own period lies inside the span, whether or not the payment is settled there. */
function instalmentsOf(payment: Payment, span: { from: string; to: string }, evaluator: Evaluator): Instalment[] {
  if (payment.onAccount === undefined) return [];
  const { contract, calendar } = evaluator;
  return periodsOf(payment.each, calendar).flatMap((whole) =>
    rowsOf(payment, contract).flatMap((row) =>
      instalmentsIn(payment, whole, row, evaluator).filter(
        ({ place: { period } }) => period.from >= span.from && period.to <= span.to,
      ),
    ),
  );
}

/** A payment with instalments moves only the difference. */
const whatMoves = (outcome: PaymentOutcome, evaluator: Evaluator): SettledOutcome =>
  outcome.payment.onAccount === undefined
    ? outcome
    : trueUp(outcome, instalmentsIn(outcome.payment, outcome.place.period, outcome.row, evaluator));

/** The period of a group of outcomes, also where every participant in it takes part of it only. */
const periodOf = ([first]: readonly PaymentOutcome[], calendar: Calendar): Period =>
  periodAt(first!.place.period.kind, first!.place.period.from, calendar);

/** By period: the one that ends first, then the shorter; payments in the contract's order. */
function inOrder(outcomes: readonly PaymentOutcome[], calendar: Calendar): PaymentOutcome[][] {
  const groups = new Map<string, PaymentOutcome[]>();
  for (const outcome of outcomes) {
    const { kind, fullFrom } = outcome.place.period;
    const group = groups.get(`${kind} ${fullFrom}`) ?? [];
    group.push(outcome);
    groups.set(`${kind} ${fullFrom}`, group);
  }
  const rank = (group: PaymentOutcome[]): [string, number] => {
    const period = periodOf(group, calendar);
    return [period.to, daysIn(period)];
  };
  return [...groups.values()].sort((a, b) => {
    const [[endA, daysA], [endB, daysB]] = [rank(a), rank(b)];
    return endA < endB ? -1 : endA > endB ? 1 : daysA - daysB;
  });
}

function totals(outcomes: readonly PaymentOutcome[], contract: ContractModel): Statement["totals"] {
  const sums = new Map<string, { receives: Rational; pays: Rational }>();
  const add = (party: string, side: "receives" | "pays", amount: Rational): void => {
    const sum = sums.get(party) ?? { receives: Rational.zero, pays: Rational.zero };
    sums.set(party, { ...sum, [side]: sum[side].plus(amount) });
  };
  for (const { receives, pays } of outcomes) {
    for (const { party, amount } of receives) add(party, "receives", amount);
    for (const { party, amount } of pays) add(party, "pays", amount);
  }
  const listed = [
    ...contract.parties.map(({ name, title }) => ({ party: name, title })),
    ...contract.participants
      .filter(({ role }) => role !== undefined)
      .flatMap(({ rows }) => rows.map(({ key, title }) => ({ party: key, title }))),
  ];
  return listed
    .filter(({ party }) => sums.has(party))
    .map(({ party, title }) => ({
      party,
      ...(title === undefined ? {} : { title }),
      receives: amountText(sums.get(party)!.receives, contract),
      pays: amountText(sums.get(party)!.pays, contract),
    }));
}

function notes(known: string, any: boolean, { calendar }: Evaluator): string[] {
  if (known >= calendar.to) return [];
  if (known <= calendar.from) return ["No outcome data is known for any period, so no period is settled."];
  const end = showDate(previousDay(calendar.to));
  const reach = `Outcome data is known up to ${showDate(previousDay(known))}; the term runs to ${end}.`;
  return [any ? `${reach} Later periods are not settled.` : `${reach} No period of a payment has ended by then.`];
}
