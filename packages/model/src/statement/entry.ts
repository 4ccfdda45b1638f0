import type { ContractModel } from "../contract/contract.js";
import type { Payment } from "../contract/payments.js";
import type { AppliedLimit, DividedPart } from "../evaluate/division.js";
import type { Step } from "../evaluate/evaluation.js";
import type { Instalment, SettledOutcome } from "../evaluate/on-account.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import { nameOf, titleOfParty } from "../explain/names.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import { showDate } from "../time/date.js";
import { show, showMoney } from "../units/show.js";
import { contractLimitsOf } from "./contract-limit.js";
import { instalmentEntry, settlementEntry } from "./on-account.js";
import type { NextChange, StatementPayment, StatementStep } from "./statement.js";

/** A money amount as text with the decimals of the contract's rounding, at least two. */
export const amountText = (amount: Rational, contract: ContractModel): string =>
  amount.toFixed(Math.max(2, contract.rounding.unit.split(".")[1]?.length ?? 0));

/** The title of a row that is no party. */
function titleBeside({ forEach }: Payment, row: string, { participants }: ContractModel): { forTitle?: string } {
  const set = participants.find(({ name }) => name === forEach);
  const title = set?.role === undefined ? set?.rows.find(({ key }) => key === row)?.title : undefined;
  return title === undefined ? {} : { forTitle: title };
}

/** One payment's entry in a statement. */
export function entryOf(
  outcome: SettledOutcome | Instalment,
  contract: ContractModel,
  write: (step: Step) => StatementStep,
  next: readonly NextChange[],
): StatementPayment {
  const { payment, row, exact, amount, branch } = outcome;
  const text = (value: Rational): string => amountText(value, contract);
  const { unit, ties } = contract.rounding;
  const steps = outcome.steps.map(write);
  return {
    payment: payment.name,
    ...(payment.title === undefined ? {} : { title: payment.title }),
    ...(row === undefined ? {} : { for: row, ...titleBeside(payment, row, contract) }),
    amount: amount && text(amount),
    status: outcome.status,
    reason: outcome.reason ?? null,
    ...provisionalIn(outcome.steps, contract),
    ...(steps.some(({ small }) => small) ? { small: true as const } : {}),
    ...(outcome.decision ? { determination: determinationOf(outcome.decision, contract) } : {}),
    branch: branch?.when ?? null,
    ...("whole" in outcome ? { onAccount: instalmentEntry(outcome) } : {}),
    ...("trueUp" in outcome ? { onAccount: settlementEntry(outcome.trueUp!, contract) } : {}),
    ...(outcome.turned ? { recovered: true as const } : {}),
    rounding:
      exact && amount
        ? { exact: exact.toText(), rounded: text(roundTo(exact.size(), Rational.parse(unit), ties)) }
        : null,
    receives: outcome.receives.map((part) => ({ party: part.party, amount: text(part.amount) })),
    pays: outcome.pays.map((part) => ({ party: part.party, amount: text(part.amount) })),
    flows: outcome.flows.map((flow) => ({ from: flow.from, to: flow.to, amount: text(flow.amount) })),
    limits: outcome.limits.map((limit) => ({
      party: limit.party,
      on: limit.on,
      limit: limit.limit && text(limit.limit),
      excess: text(limit.excess),
      goesTo: limit.goesTo,
      sentence: limitSentence(limit, contract),
    })),
    ...(outcome.contractLimits === undefined ? {} : { contractLimits: contractLimitsOf(outcome, contract) }),
    ...(outcome.divided.length === 0
      ? {}
      : {
          divided: outcome.divided.map((part) => ({
            party: part.party,
            on: part.on,
            amount: text(part.amount),
            sentence: dividedSentence(part, contract),
          })),
        }),
    steps,
    next: [...next],
  };
}

/** The names of what was read on the way to an amount and may still change. */
function provisionalIn(steps: readonly Step[], { tallies }: ContractModel): Pick<StatementPayment, "provisionalData"> {
  const [names, seen] = [new Set<string>(), new Set<Step>()];
  const visit = (step: Step): void => {
    if (seen.has(step)) return;
    seen.add(step);
    const { node } = step;
    if (step.provisional && node.kind === "metric") names.add(node.metric);
    if (step.provisional && node.kind === "given")
      names.add(tallies.find(({ name }) => name === node.input)?.metric ?? node.input);
    step.inputs.forEach(visit);
  };
  steps.forEach(visit);
  return names.size === 0 ? {} : { provisionalData: [...names].sort() };
}

/** "riverside receives £6,400: its list size is 8,000 people of 10,000 people." */
function dividedSentence({ party, on, amount, weight, whole, step }: DividedPart, contract: ContractModel): string {
  const of = (value: Rational): string => show(value, step.node.unit, step.node.decimals);
  const name = nameOf(step.node, contract);
  return `${party} ${on} ${showMoney(amount, contract.currency)}: its ${name} is ${of(weight)} of ${of(whole)} in all.`;
}

/** A decision beside what was computed: who, when, why (rule 16). */
function determinationOf(
  { determination, computed }: NonNullable<PaymentOutcome["decision"]>,
  contract: ContractModel,
): NonNullable<StatementPayment["determination"]> {
  const { name, title, decided, by, because, pays } = determination;
  const money = (value: Rational): string => showMoney(value, contract.currency);
  const before = computed === null ? "It could not be worked out" : `Computed ${money(computed)}`;
  return {
    name,
    ...(title === undefined ? {} : { title }),
    computed: computed && amountText(computed, contract),
    decided,
    by: by.name,
    because,
    sentence: `${before}; decided ${money(Rational.parse(pays))} by ${by.title ?? by.name} on ${showDate(decided)}, because: ${because.replace(/\.$/, "")} (${name}).`,
  };
}

function limitSentence({ party, on, limit, excess, goesTo }: AppliedLimit, contract: ContractModel): string {
  const called = (key: string): string => titleOfParty(key, contract);
  const money = (value: Rational): string => showMoney(value, contract.currency);
  if (limit === null) return `The terms set no limit on what ${called(party)} ${on}.`;
  const most = `${called(party)} ${on} at most ${money(limit)}`;
  if (excess.isZero) return `${most}: the limit is not reached.`;
  if (goesTo === null) return `${most}: the excess of ${money(excess)} is not paid.`;
  return `${most}: the excess of ${money(excess)} ${on === "pays" ? "is paid by" : "goes to"} ${called(goesTo)}.`;
}
