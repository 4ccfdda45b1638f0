import type { ExampleExpectation } from "../contract/examples.js";
import { type Branch, membersOf } from "../contract/payments.js";
import type { Step } from "../evaluate/evaluation.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import type { Instalment } from "../evaluate/on-account.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import { reasonFor } from "../evaluate/reason.js";
import { speakerOf } from "../explain/sentence.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import { compareKinds, type Period, periodAt } from "../time/period.js";
import { show } from "../units/show.js";
import { currencyOf, isRatio, money, type Unit } from "../units/unit.js";
import { movement, unsettled } from "./movement.js";

/** What became of one expectation, with the outcomes or the steps that explain the actual value. */
export interface Checked {
  readonly expected: string;
  readonly actual: string;
  readonly difference: string;
  readonly passed: boolean;
  readonly sentence: string;
  readonly outcomes?: readonly PaymentOutcome[];
  readonly steps?: readonly Step[];
}

/** The actual number, or why there is none. */
type Actual = { number: Rational; unit: Unit } | { why: string };

export function check(
  expectation: ExampleExpectation,
  all: readonly PaymentOutcome[],
  onAccount: readonly Instalment[],
  period: Period,
  evaluator: Evaluator,
): Checked {
  const { kind, subject, of } = expectation;
  if (kind === "value") return checkValue(expectation, period, evaluator);
  const name = kind === "receives" || kind === "pays" ? expectation.payment : subject;
  const isMeant = ({ payment, row }: PaymentOutcome): boolean =>
    (name === undefined || payment.name === name) &&
    (payment.forEach === undefined || of[payment.forEach] === undefined || of[payment.forEach] === row);
  const outcomes = all.filter(isMeant);
  const instalments = onAccount.filter(isMeant);
  const moving = kind === "moves" || kind === "receives" || kind === "pays";
  const settled = name === undefined || outcomes.length > 0 || (moving && instalments.length > 0);
  if (!settled) return failed(expectation, evaluator, notInside(name, period, evaluator));
  if (kind === "not-determined") return notDetermined(subject, outcomes);
  if (kind === "moves" || kind === "recovers") {
    return checkMovement(expectation, movement(expectation, outcomes, instalments, evaluator), evaluator);
  }
  const concerned =
    kind === "receives" || kind === "pays"
      ? [...unsettled(instalments, outcomes), ...outcomes].filter((outcome) => concerns(outcome, subject, kind))
      : outcomes;
  const undetermined = concerned.filter(({ status }) => status === "undetermined");
  if (undetermined.length > 0) {
    const why = undetermined.map(({ payment, reason }) => `${payment.name} is not determined: ${reason}`).join(" ");
    return { ...failed(expectation, evaluator, why), outcomes: undetermined };
  }
  const number = Rational.sum(concerned.map((outcome) => part(outcome, expectation)));
  return {
    ...compared(expectation, { number, unit: money(evaluator.contract.currency) }, evaluator),
    outcomes: concerned,
  };
}

/** What moves of a payment, which is nothing at all where any part of it cannot be told. */
function checkMovement(
  expectation: ExampleExpectation,
  { moved, number }: ReturnType<typeof movement>,
  evaluator: Evaluator,
): Checked {
  const undetermined = moved.filter(({ amount }) => amount === null);
  const [first] = undetermined;
  if (first) {
    const why = `${first.payment.name} is not determined: ${first.reason}`;
    return { ...failed(expectation, evaluator, why), outcomes: undetermined };
  }
  const unit = money(evaluator.contract.currency);
  const size = expectation.kind === "recovers" ? number.negated() : number;
  return { ...compared(expectation, { number: size, unit }, evaluator), outcomes: moved };
}

/** What an outcome adds to the number that the expectation speaks of. */
function part(
  { amount, branch, turned, receives, pays }: PaymentOutcome,
  { kind, subject }: ExampleExpectation,
): Rational {
  const of = (parts: PaymentOutcome["receives"]): Rational =>
    parts.find(({ party }) => party === subject)?.amount ?? Rational.zero;
  if (kind === "receives") return of(receives);
  if (kind === "pays") return of(pays);
  const direction: Branch["direction"] = kind === "earns" ? "to" : "by";
  const side = turned && branch ? (branch.direction === "to" ? "by" : "to") : branch?.direction;
  return amount && side === direction ? amount : Rational.zero;
}

/** Whether the party could receive or pay anything of the payment: what cannot concern it need not be known. */
function concerns({ payment, row, turned }: PaymentOutcome, party: string, kind: "receives" | "pays"): boolean {
  return payment.branches.some((branch) => {
    const sharing = (kind === "receives") !== (turned === true) ? branch.receivers : branch.payers;
    const named = membersOf(sharing)?.includes(party) ?? row === party;
    return named || branch.limits.some((limit) => limit.on === kind && limit.excess === party);
  });
}

function notDetermined(subject: string, outcomes: readonly PaymentOutcome[]): Checked {
  const passed = outcomes.some(({ status }) => status === "undetermined");
  const reason = outcomes.find(({ status }) => status === "undetermined")?.reason;
  return {
    expected: "not determined",
    actual: passed ? "not determined" : "determined",
    difference: "",
    passed,
    sentence: passed
      ? `${subject} cannot be determined: ${reason}`
      : `${subject}: expected that it cannot be determined, and it can.`,
    outcomes,
  };
}

function checkValue(expectation: ExampleExpectation, period: Period, evaluator: Evaluator): Checked {
  const { contract } = evaluator;
  const id = contract.values[expectation.subject] ?? expectation.subject;
  const node = contract.nodes[id];
  if (!node) return failed(expectation, evaluator, `the contract has no value of that name.`);
  const longer = node.grain !== null && compareKinds(node.grain, period.kind) > 0;
  const at = longer ? periodAt(node.grain!, period.from, evaluator.calendar) : period;
  const step = evaluator.step(id, { period: at, of: expectation.of });
  const { value } = step;
  const actual: Actual =
    value.is === "number"
      ? { number: value.number, unit: node.unit }
      : { why: value.is === "missing" ? reasonFor(value.lacks) : `it is ${speakerOf(contract).shown(step)}.` };
  return { ...compared(expectation, actual, evaluator), steps: [step] };
}

const VERBS = {
  earns: "earns",
  charges: "charges",
  receives: "receives",
  pays: "pays",
  moves: "pays",
  recovers: "recovers",
} as const;

function compared(expectation: ExampleExpectation, actual: Actual, evaluator: Evaluator): Checked {
  if ("why" in actual) return failed(expectation, evaluator, actual.why);
  if (expectation.value === undefined) return failed(expectation, evaluator, "the example says no value to expect.");
  const unit = expectation.unit ?? actual.unit;
  const expected = Rational.parse(expectation.value);
  const number = asWritten(actual.number, expectation.value, unit, evaluator);
  const gap = number.less(expected);
  const shown = { expected: show(expected, unit), actual: show(number, unit) };
  const what = subjectOf(expectation);
  if (gap.isZero) return { ...shown, difference: "", passed: true, sentence: `${what}: ${shown.actual}, as expected.` };
  const size =
    isRatio(unit) && unit.kind === "quantity" && unit.shown === "percent" ? points(gap) : show(gap.size(), unit);
  const difference = `${size} ${gap.isNegative ? "less" : "more"}`;
  const sentence = `${what}: expected ${shown.expected}, came to ${shown.actual}, ${difference}.`;
  return { ...shown, difference, passed: false, sentence };
}

/** Money to the contract's penny; anything else to the decimals of the expected value (see `runExample`). */
function asWritten(actual: Rational, written: string, unit: Unit, { contract }: Evaluator): Rational {
  const { unit: penny, ties } = contract.rounding;
  if (currencyOf(unit)) return roundTo(actual, Rational.parse(penny), ties);
  if (written.includes("/")) return actual;
  const digits = written.split(".")[1]?.length ?? 0;
  const percent = unit.kind === "quantity" && unit.shown === "percent";
  const decimals = percent ? Math.max(2, digits) : digits;
  return roundTo(actual, Rational.of(1n, 10n ** BigInt(decimals)), "away-from-zero");
}

function failed(expectation: ExampleExpectation, { contract }: Evaluator, why: string): Checked {
  const unit = expectation.unit ?? money(contract.currency);
  const expected = expectation.value === undefined ? "" : show(Rational.parse(expectation.value), unit);
  const sentence = `${subjectOf(expectation)}: expected ${expected || "a value"}, and there is none: ${why}`;
  return { expected, actual: "not determined", difference: "", passed: false, sentence };
}

function subjectOf({ kind, subject, payment, when }: ExampleExpectation): string {
  if (kind === "value" || kind === "not-determined") return subject;
  if (when) return `${subject} ${VERBS[kind]} ${when === "settlement" ? "at settlement" : "on account"}`;
  const under = payment === undefined ? "" : kind === "receives" ? ` from ${payment}` : ` under ${payment}`;
  return `${subject} ${VERBS[kind]}${under}`;
}

function notInside(name: string | undefined, period: Period, { contract }: Evaluator): string {
  const payment = contract.payments.find((candidate) => candidate.name === name);
  if (!payment) return `the contract has no payment ${name}.`;
  if (payment.forEach !== undefined && compareKinds(payment.each, period.kind) <= 0) {
    return `it is worked out for each ${payment.forEach}, and none is meant here.`;
  }
  return `it is settled ${payment.each === "term" ? "over the term" : `each ${payment.each}`}, longer than ${period.label}.`;
}

const points = (gap: Rational): string => {
  const size = gap.size().times(Rational.of(100));
  return `${size.toDecimal() ?? size.toFixed(4)} percentage points`;
};
