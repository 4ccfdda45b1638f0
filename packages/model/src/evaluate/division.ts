import type { ContractModel } from "../contract/contract.js";
import type { Branch, PartyLimit, Sharing } from "../contract/payments.js";
import { nameOf } from "../explain/names.js";
import { wholePence } from "../nodes/limited.js";
import { byLargestRemainder, withResidual } from "../numbers/divide.js";
import { Rational } from "../numbers/rational.js";
import type { Evaluation, Place, Step } from "./evaluation.js";
import type { RunningRemainders } from "./remainders.js";
import { partOf, takesPart } from "./taking-part.js";
import { anyMissing, asNumber, type Missing, missing } from "./value.js";

export interface PartyAmount {
  readonly party: string;
  readonly amount: Rational;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly amount: Rational;
}

/** A limit on what one party pays or receives, where it was looked at; `excess` is zero where it did not bind. */
export interface AppliedLimit {
  readonly party: string;
  readonly on: PartyLimit["on"];
  /** Whole pence; null: the table has none. */
  readonly limit: Rational | null;
  readonly excess: Rational;
  /** Who bears or gets the excess; null: it is not paid. */
  readonly goesTo: string | null;
  readonly step: Step;
}

/** A part of an amount that is divided by a value: whose, which value, and what all of them come to. */
export interface DividedPart {
  readonly party: string;
  readonly on: PartyLimit["on"];
  readonly amount: Rational;
  readonly weight: Rational;
  readonly whole: Rational;
  readonly step: Step;
}

export interface Division {
  /** Of the side that the text names first, then of the other; none where shares are fixed. */
  readonly divided: readonly DividedPart[];
  /** Payer by payee, none of them zero. A party on both sides has a flow to itself, so that the sides add up. */
  readonly flows: readonly Flow[];
  readonly limits: readonly AppliedLimit[];
}

/**
 * Rule 8: the rounded amount is divided among the side that the text names first, that side's limits apply, then each
 * part is divided among the other side by the same rule. Missing where a limit is. Where remainders run, `running` has
 * those from before and then those after; without it, as for what is paid on account, the largest remainders stand in.
 */
export function divideAmount(
  amount: Rational,
  branch: Branch,
  place: Place,
  evaluation: Evaluation,
  running?: RunningRemainders,
): Division | Missing {
  const named = branch.direction === "to" ? "receives" : "pays";
  const [first, second] = named === "receives" ? [branch.receivers, branch.payers] : [branch.payers, branch.receivers];
  const bounded = boundedBy(branch.limits, place, evaluation);
  const other = named === "receives" ? "pays" : "receives";
  const dividing =
    (on: PartyLimit["on"]): Divide =>
    (sum, parties, weights) =>
      running
        ? running.divide(sum, { when: branch.when, on }, parties, weights, unitOf(evaluation))
        : divideOnce(sum, parties, weights, evaluation);
  const firstly = split(amount, first, place, evaluation, dividing(named));
  if ("is" in firstly) return firstly;
  const parts = bounded(named, firstly);
  if ("is" in parts) return parts;
  const cells: Cell[] = [];
  const others: Part[] = [];
  for (const part of parts.amounts) {
    const secondly = split(part.amount, second, place, evaluation, dividing(other));
    if ("is" in secondly) return secondly;
    others.push(...secondly);
    cells.push(...secondly.map((other) => ({ first: part.party, second: other.party, amount: other.amount })));
  }
  const moved = boundOther(other, cells, bounded, evaluation);
  if ("is" in moved) return moved;
  const flows = moved.cells
    .filter((cell) => !cell.amount.isZero)
    .map((cell) =>
      named === "receives"
        ? { from: cell.second, to: cell.first, amount: cell.amount }
        : { from: cell.first, to: cell.second, amount: cell.amount },
    );
  const divided = [...byValue(firstly, named), ...byValue(others, other)];
  return { flows, limits: [...parts.limits, ...moved.limits], divided };
}

/** A part before limits, with the value by which it was divided where there is one. */
interface Part extends PartyAmount {
  readonly by?: { readonly weight: Rational; readonly whole: Rational; readonly step: Step };
}

/** Each party once: on the side that is divided last, what it has of every part. */
function byValue(parts: readonly Part[], on: PartyLimit["on"]): DividedPart[] {
  const found = new Map<string, DividedPart>();
  for (const { party, amount, by } of parts) {
    const sum = found.get(party)?.amount ?? Rational.zero;
    if (by) found.set(party, { party, on, amount: sum.plus(amount), ...by });
  }
  return [...found.values()];
}

interface Cell {
  readonly first: string;
  readonly second: string;
  readonly amount: Rational;
}
interface Bounded {
  readonly amounts: readonly PartyAmount[];
  readonly limits: readonly AppliedLimit[];
}
type Bound = (side: PartyLimit["on"], parts: readonly PartyAmount[]) => Bounded | Missing;

type Divide = (amount: Rational, parties: readonly string[], weights: readonly Rational[]) => Rational[];

const unitOf = ({ contract }: Evaluation): Rational => Rational.parse(contract.rounding.unit);

function divideOnce(
  amount: Rational,
  parties: readonly string[],
  weights: readonly Rational[],
  evaluation: Evaluation,
): Rational[] {
  const { division } = evaluation.contract;
  const unit = unitOf(evaluation);
  // A residual party that has no part here leaves the last pennies to the largest remainders.
  const residual = division.rule === "residual" ? parties.indexOf(division.to) : -1;
  return residual < 0 ? byLargestRemainder(amount, weights, unit) : withResidual(amount, weights, unit, residual);
}

function split(
  amount: Rational,
  sharing: Sharing,
  place: Place,
  evaluation: Evaluation,
  divide: Divide,
): Part[] | Missing {
  const { contract } = evaluation;
  if (sharing.kind === "row") return [{ party: place.of[sharing.of]!, amount }];
  if (sharing.kind === "parties") {
    const parts = sharing.parts.filter(({ party }) => takesPart(contract, party, place.period));
    const parties = parts.map(({ party }) => party);
    if (parties.length === 0) return missing({ input: "division", why: "none of those who share takes part" });
    const amounts = divide(
      amount,
      parties,
      parts.map(({ share }) => Rational.parse(share)),
    );
    return parties.map((party, index) => ({ party, amount: amounts[index]! }));
  }
  const { axis } = sharing;
  const members = sharing.members.filter((key) => takesPart(contract, key, place.period));
  if (amount.isZero) return members.map((party) => ({ party, amount }));
  const steps = members.map((key) => {
    const at = { ...place, of: { ...place.of, [axis]: key } };
    return evaluation.step(sharing.weight, { ...at, period: partOf(contract, at) ?? place.period });
  });
  const lack = anyMissing(steps.map(({ value }) => value)) ?? unfitWeight(sharing, steps, contract);
  if (lack) return lack;
  const weights = steps.map(({ value }) => asNumber(value));
  const whole = Rational.sum(weights);
  const amounts = divide(amount, members, weights);
  return members.map((party, index) => ({
    party,
    amount: amounts[index]!,
    by: { weight: weights[index]!, whole, step: steps[index]! },
  }));
}

/** Values that nothing can be divided by: one that is none or below nothing, or nothing in all. */
function unfitWeight(
  { weight }: Sharing & { kind: "by" },
  steps: readonly Step[],
  contract: ContractModel,
): Missing | undefined {
  const node = contract.nodes[weight]!;
  const lack = (why: string): Missing => missing({ input: nameOf(node, contract), why, source: node.source });
  if (steps.some(({ value }) => value.is !== "number")) return lack("one of those who share has none");
  if (steps.some(({ value }) => asNumber(value).isNegative)) return lack("a part is never below nothing");
  const all = Rational.sum(steps.map(({ value }) => asNumber(value)));
  return all.isZero ? lack("it is nothing for all who share, so it does not say how to divide") : undefined;
}

/** Holds each party to the limits of its side. The party that takes the excess is not limited itself. */
function boundedBy(limits: readonly PartyLimit[], place: Place, evaluation: Evaluation): Bound {
  return (side, parts) => {
    let amounts = [...parts];
    const applied: AppliedLimit[] = [];
    for (const limit of limits.filter(({ on }) => on === side)) {
      const looked = amounts
        .filter(({ party }) => party !== limit.excess)
        .map(({ party, amount }) => {
          const step = evaluation.step(limit.limit, { ...place, of: { ...place.of, party } });
          return { party, amount, step };
        });
      const lack = anyMissing(looked.map(({ step }) => step.value));
      if (lack) return lack;
      for (const { party, amount, step } of looked) {
        const most = step.value.is === "none" ? null : atLeastNothing(wholePence(asNumber(step.value), evaluation));
        const excess = most ? Rational.higher(Rational.zero, amount.less(most)) : Rational.zero;
        applied.push({ party, on: side, limit: most, excess, goesTo: limit.excess, step });
        amounts = add(amounts, party, excess.negated());
        if (limit.excess !== null && !excess.isZero) amounts = add(amounts, limit.excess, excess);
      }
    }
    return { amounts, limits: applied };
  };
}

function add(amounts: readonly PartyAmount[], party: string, more: Rational): PartyAmount[] {
  if (!amounts.some((part) => part.party === party)) return [...amounts, { party, amount: more }];
  return amounts.map((part) => (part.party === party ? { party, amount: part.amount.plus(more) } : part));
}

/** Limits on the side that is divided last: what a party has too much of moves, in proportion to its flows. */
function boundOther(
  side: PartyLimit["on"],
  cells: readonly Cell[],
  bounded: Bound,
  evaluation: Evaluation,
): { cells: readonly Cell[]; limits: readonly AppliedLimit[] } | Missing {
  const parties = [...new Set(cells.map((cell) => cell.second))];
  const of = (party: string) => cells.filter((cell) => cell.second === party);
  const totals = parties.map((party) => ({ party, amount: Rational.sum(of(party).map((cell) => cell.amount)) }));
  const result = bounded(side, totals);
  if ("is" in result) return result;
  const unit = Rational.parse(evaluation.contract.rounding.unit);
  let moved: Cell[] = [...cells];
  for (const { party, excess, goesTo } of result.limits.filter((limit) => !limit.excess.isZero)) {
    const own = moved.filter((cell) => cell.second === party);
    const parts = byLargestRemainder(
      excess,
      own.map((cell) => cell.amount),
      unit,
    );
    moved = moved.map((cell) =>
      own.includes(cell) ? { ...cell, amount: cell.amount.less(parts[own.indexOf(cell)]!) } : cell,
    );
    if (goesTo !== null) {
      own.forEach((cell, index) => {
        const at = moved.findIndex((other) => other.first === cell.first && other.second === goesTo);
        if (at < 0) moved.push({ first: cell.first, second: goesTo, amount: parts[index]! });
        else moved[at] = { ...moved[at]!, amount: moved[at]!.amount.plus(parts[index]!) };
      });
    }
  }
  return { cells: moved, limits: result.limits };
}

/** A limit below nothing leaves nothing: an amount is a size (rule 9). */
const atLeastNothing = (limit: Rational): Rational => Rational.higher(Rational.zero, limit);
