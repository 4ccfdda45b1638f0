import type { Determination } from "../contract/determinations.js";
import type { Branch, Payment } from "../contract/payments.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import { showMoney } from "../units/show.js";
import type { LimitedBy } from "./contract-limit.js";
import { type AppliedLimit, type DividedPart, divideAmount, type Flow, type PartyAmount } from "./division.js";
import type { Evaluation, Place, Step } from "./evaluation.js";
import { nothingDue, reasonFor, stoodIn, waitsFor } from "./reason.js";
import { type Carried, RunningRemainders } from "./remainders.js";
import { type Lack, type Missing, missing } from "./value.js";

export type PaymentStatus = "determined" | "provisional" | "undetermined";

/** One payment in one period, for one row where it has rows: what it came to, why, and who pays whom. */
export interface PaymentOutcome {
  readonly payment: Payment;
  readonly place: Place;
  readonly row?: string;
  readonly status: PaymentStatus;
  /** Sentences: what is missing, what waits, what stood in; undefined where there is nothing to say. */
  readonly reason?: string;
  /** What was paid before flows back: the branch's payers receive, and its receivers pay (rule 9). */
  readonly turned?: true;
  /** The way it went; undefined where nothing is due on either side, or where it cannot be told. */
  readonly branch?: Branch;
  /** Before rounding and before limits on parties; null where it is missing. */
  readonly exact: Rational | null;
  /** What moves: rounded by the contract's rule, less what a limit leaves unpaid. Null where undetermined. */
  readonly amount: Rational | null;
  readonly flows: readonly Flow[];
  readonly receives: readonly PartyAmount[];
  readonly pays: readonly PartyAmount[];
  readonly limits: readonly AppliedLimit[];
  /** The remainders that its next period begins with, where the contract carries them. */
  readonly carried?: Carried;
  /** How it was divided, where that follows a value of each party. */
  readonly divided: readonly DividedPart[];
  /** The tree of the amount, or of the comparison where there is no amount. */
  readonly steps: readonly Step[];
  /** What is missing (undetermined) or waits (provisional). */
  readonly lacks: readonly Lack[];
  /** What limits of the contract on several payments left of it. */
  readonly contractLimits?: readonly LimitedBy[];
  /** A decision that stands in the place of what was computed; `computed` is null where that was undetermined. */
  readonly decision?: { readonly determination: Determination; readonly computed: Rational | null };
}

/** Total: a payment that cannot be worked out is undetermined and says why. */
export function settlePayment(payment: Payment, place: Place, evaluation: Evaluation): PaymentOutcome {
  const row = payment.forEach ? place.of[payment.forEach] : undefined;
  const before = evaluation.carried(payment, place);
  const base = {
    payment,
    place,
    ...(row === undefined ? {} : { row }),
    ...nobody,
    ...(before ? { carried: before } : {}),
    exact: null,
    amount: null,
  };
  const stop = ({ lacks }: Missing, steps: readonly Step[], branch?: Branch): PaymentOutcome => {
    const said = branch ? { branch } : {};
    return { ...base, ...said, status: "undetermined", reason: reasonFor(lacks), steps, lacks };
  };
  const { branch, compared, lack } = chooseBranch(payment, place, evaluation);
  if (lack) return stop(lack, compared);
  if (!branch) {
    const zero = { exact: Rational.zero, amount: Rational.zero };
    return { ...base, ...zero, ...standing(compared, evaluation, nothingDue(compared, evaluation)), steps: compared };
  }
  const step = evaluation.step(branch.amount, place);
  const { value } = step;
  if (value.is === "missing") return stop(value, [step], branch);
  if (value.is !== "number") return stop(missing(unusable(payment, "the terms have none")), [step], branch);
  const turned = value.number.isNegative && payment.mayBeRecovered === true;
  if (value.number.isNegative && !turned) {
    const why = `it comes to ${showMoney(value.number, evaluation.contract.currency)}, and an amount is never below nothing`;
    return stop(missing(unusable(payment, why)), [step], branch);
  }
  const { unit, ties } = evaluation.contract.rounding;
  const rounded = roundTo(value.number.size(), Rational.parse(unit), ties);
  const running =
    evaluation.contract.division.rule === "running-remainder" ? new RunningRemainders(before, turned) : undefined;
  const made = divideAmount(rounded, turned ? { ...branch, limits: [] } : branch, place, evaluation, running);
  if ("is" in made) return { ...stop(made, [step], branch), exact: value.number };
  const division = turned
    ? { ...made, flows: made.flows.map(turnedRound), divided: made.divided.map(turnedSide) }
    : made;
  const { flows, limits, divided } = division;
  const sides = bothSides(flows);
  const amount = Rational.sum(flows.map((flow) => flow.amount));
  assertBalance(payment, rounded, amount, limits);
  const read = [step, ...compared, ...[...limits, ...divided].map((each) => each.step)];
  return {
    ...base,
    ...standing(read, evaluation),
    branch,
    ...(turned ? { turned } : {}),
    exact: value.number,
    amount,
    ...division,
    ...sides,
    ...(running ? { carried: running.carried } : {}),
    steps: [step],
  };
}

/** A participant that has not joined yet, or has left: nothing is due. */
export const takesNoPart = (payment: Payment, place: Place, row: string): PaymentOutcome => ({
  payment,
  place,
  row,
  ...nobody,
  status: "determined",
  reason: `${row} takes no part in ${place.period.label}.`,
  exact: Rational.zero,
  amount: Rational.zero,
  steps: [],
  lacks: [],
});

const turnedRound = ({ from, to, amount }: Flow): Flow => ({ from: to, to: from, amount });

const turnedSide = (part: DividedPart): DividedPart => ({ ...part, on: part.on === "pays" ? "receives" : "pays" });

export const nobody = { flows: [], receives: [], pays: [], limits: [], divided: [] };

const unusable = (payment: Payment, why: string): Lack => ({
  input: payment.name,
  why,
  payment: true,
  source: payment.source,
});

interface Choice {
  readonly branch?: Branch;
  readonly compared: readonly Step[];
  readonly lack?: Missing;
}

/** Branches that compare are alternatives: the one whose side has a difference applies (rule 6). */
function chooseBranch(payment: Payment, place: Place, evaluation: Evaluation): Choice {
  const compared: Step[] = [];
  for (const branch of payment.branches) {
    // A cumulative amount says itself what is due where the whole to date has no difference.
    if (branch.when === "always" || branch.compares === undefined || payment.cumulative) return { branch, compared };
    const step = evaluation.step(branch.compares, place);
    compared.push(step);
    if (step.value.is === "missing") return { compared, lack: step.value };
    if (step.value.is === "number" && step.value.number.above(Rational.zero)) return { branch, compared };
  }
  return { compared };
}

/** Whether the amount stands: provisional while part of it waits, and what stood in for what. */
function standing(steps: readonly Step[], evaluation: Evaluation, also?: string) {
  const { lacks, sentence } = waitsFor(steps, evaluation);
  const reason = [also, sentence, stoodIn(steps, evaluation)].filter((text) => text !== undefined).join(" ");
  const status: PaymentStatus = lacks.length > 0 ? "provisional" : "determined";
  return { status, lacks, ...(reason === "" ? {} : { reason }) };
}

/** What each party receives and pays in all. */
export function bothSides(flows: readonly Flow[]): { receives: PartyAmount[]; pays: PartyAmount[] } {
  const total = (side: "from" | "to"): PartyAmount[] =>
    [...new Set(flows.map((flow) => flow[side]))].map((party) => ({
      party,
      amount: Rational.sum(flows.filter((flow) => flow[side] === party).map((flow) => flow.amount)),
    }));
  return { receives: total("to"), pays: total("from") };
}

/** Rule 8: every statement balances. Money that a limit leaves unpaid is the only difference there may be. */
function assertBalance(payment: Payment, rounded: Rational, paid: Rational, limits: readonly AppliedLimit[]): void {
  const unpaid = Rational.sum(limits.filter((limit) => limit.goesTo === null).map((limit) => limit.excess));
  if (!paid.plus(unpaid).equals(rounded))
    throw new Error(`${payment.name} does not balance: this is a fault of Concordat`);
}
