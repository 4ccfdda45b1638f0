import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place, Step } from "../evaluate/evaluation.js";
import { periodBefore } from "../evaluate/taking-part.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { daysIn, fullDaysIn, type Period, PeriodKind, periodAt } from "../time/period.js";

/**
 * Money that is remembered from period to period. `before` is what stands before this period's takes: what the period
 * before it left (the opening, in the first), what is added now, and what the opening earned by days. `after` is that
 * less what is taken, never below nothing unless the contract says so. Only the step from one period to the next reads
 * `after`, so a payment may read `before` and be what is then taken.
 */
export const BalanceNode = NodeBase.extend({
  kind: z.literal("balance"),
  balance: z.string(),
  reads: z.enum(["before", "after"]),
  each: PeriodKind,
  opening: z.string().optional(),
  adds: z.array(z.string()),
  /** A ratio: what it earns in a year. */
  earns: z.string().optional(),
  takes: z.array(z.string()),
  mayFallBelow: z.boolean(),
  /** The nodes of the same balance: before and after the takes of a period. */
  before: z.string(),
  after: z.string(),
});
export type BalanceNode = z.infer<typeof BalanceNode>;

export const balance = {
  operands: ({ reads, opening, adds, earns, before, takes }: BalanceNode): string[] =>
    reads === "after" ? [before, ...takes] : [opening, ...adds, earns].filter((id) => id !== undefined),
  evaluate: (node: BalanceNode, place: Place, evaluation: Evaluation): Evaluated =>
    node.reads === "before" ? before(node, place, evaluation) : after(node, place, evaluation),
};

/** Inputs: what stood at the start (where there is anything), what is added, then the rate that it earns. */
function before(node: BalanceNode, place: Place, evaluation: Evaluation): Evaluated {
  const start = givenAtStart(node, place, evaluation) ?? openingOf(node, place, evaluation);
  const added = node.adds.map((id) => evaluation.step(id, place));
  const rate = node.earns === undefined ? undefined : evaluation.step(node.earns, place);
  const inputs = [...(start ? [start] : []), ...added, ...(rate ? [rate] : [])];
  const lack = anyMissing(inputs.map((step) => step.value));
  if (lack) return { value: lack, inputs };
  const stood = start ? asNumber(start.value) : Rational.zero;
  const total = Rational.sum([stood, ...added.map((step) => asNumber(step.value))]);
  return { value: number(rate ? total.plus(earned(stood, asNumber(rate.value), place, evaluation)) : total), inputs };
}

/** Inputs: what stood before, then what is taken. `reached` is set where more would be taken than there is. */
function after(node: BalanceNode, place: Place, evaluation: Evaluation): Evaluated {
  const inputs = [node.before, ...node.takes].map((id) => evaluation.step(id, place));
  const lack = anyMissing(inputs.map((step) => step.value));
  if (lack) return { value: lack, inputs };
  const [stood, ...taken] = inputs.map((step) => asNumber(step.value)) as [Rational, ...Rational[]];
  const left = stood.less(Rational.sum(taken));
  const floored = left.isNegative && !node.mayFallBelow;
  return { value: number(floored ? Rational.zero : left), inputs, ...(floored ? { reached: [0] } : {}) };
}

/** An example may say what a balance stood at as its period began, and nothing of the periods before. */
function givenAtStart(node: BalanceNode, place: Place, evaluation: Evaluation): Step | undefined {
  const given = evaluation.input(node.balance, place);
  if (!given?.value) return undefined;
  const value = number(Rational.parse(given.value));
  return { node, place, value, inputs: [], ...(given.origin ? { origin: given.origin } : {}) };
}

/** What the period before left; in the first period the opening, if there is one. */
function openingOf(node: BalanceNode, place: Place, evaluation: Evaluation): Step | undefined {
  const earlier = periodBefore(place, evaluation);
  if (earlier) return evaluation.step(node.after, { ...place, period: earlier });
  return node.opening === undefined ? undefined : evaluation.step(node.opening, place);
}

/** By days: those of the period, out of those of the contract's year that it lies in. */
export function earned(opening: Rational, rate: Rational, { period }: Place, evaluation: Days): Rational {
  return opening.times(rate).times(partOfYears(period, evaluation));
}

type Days = Pick<Evaluation, "within" | "calendar">;

function partOfYears(period: Period, evaluation: Days): Rational {
  const years = evaluation.within("year", period);
  if (years.length <= 1) {
    const year = years[0] ?? periodAt("year", period.from, evaluation.calendar);
    return Rational.of(daysIn(period), fullDaysIn(year));
  }
  return Rational.sum(years.map((year) => Rational.of(daysIn(year), fullDaysIn(year))));
}
