import type { Metric } from "../contract/inputs.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import { everyStep } from "../evaluate/reason.js";
import { asNumber } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { amountText } from "../statement/entry.js";
import type { NextChange } from "../statement/statement.js";
import { showMoney } from "../units/show.js";
import { currencyOf, isRatio } from "../units/unit.js";
import { type Edge, edgesOf, type TestedInput } from "./edges.js";
import { speakerOf } from "./sentence.js";
import { gapText } from "./test.js";
import { capitalised } from "./words.js";

/**
 * How far each input of a settled payment is from the next value at which the payment would be another, upwards and
 * downwards, and what it would be there (rule 17). Worked out by settling the payment again with that one input moved.
 * Payments that combine rows have none: no one body's figure moves them alone.
 */
export function distances(outcome: PaymentOutcome, evaluator: Evaluator): NextChange[] {
  if (outcome.status !== "determined" || outcome.amount === null) return [];
  if (everyStep(outcome.steps).some(({ node }) => node.kind === "across")) return [];
  const byInput = new Map<string, Edge[]>();
  for (const edge of edgesOf(outcome.steps)) {
    const { name, place } = edge.input;
    const key = JSON.stringify([name, place.of, place.period.label]);
    byInput.set(key, [...(byInput.get(key) ?? []), edge]);
  }
  return [...byInput.values()].flatMap((edges) => {
    const changes = (["up", "down"] as const)
      .map((way) => nearest(way, edges, outcome, evaluator))
      .filter((change) => change !== undefined);
    const more = changes.find(({ direction }) => direction === "more");
    const less = changes.find(({ direction }) => direction === "less");
    return [more, less].filter((change) => change !== undefined);
  });
}

function nearest(
  way: "up" | "down",
  edges: readonly Edge[],
  outcome: PaymentOutcome,
  evaluator: Evaluator,
): NextChange | undefined {
  const { input } = edges[0]!;
  const now = asNumber(input.step.value);
  const metric = evaluator.contract.metrics.find(({ name }) => name === input.name);
  const little = smallest(input, metric, evaluator);
  const places = edges
    .flatMap((edge) => {
      const past = way === "up" ? edge.at.plus(little) : edge.at.less(little);
      return [edge.at, ...(edge.past ? [past] : [])].map((at) => ({ at, what: edge.what }));
    })
    .filter(({ at }) => (way === "up" ? at.above(now) : at.below(now)) && inRange(at, metric))
    .sort((a, b) => (way === "up" ? a.at.compare(b.at) : b.at.compare(a.at)));
  for (const place of places) {
    const there = amountAt(place.at, input, outcome, evaluator);
    if (there && !there.equals(outcome.amount!)) return change(place, there, now, input, outcome, evaluator);
  }
  return undefined;
}

/** One unit of the last decimal that the input is shown to: a penny for money, 0.0001 where the contract says nothing. */
function smallest({ step }: TestedInput, metric: Metric | undefined, { contract }: Evaluator): Rational {
  const { unit } = step.node;
  if (currencyOf(unit)) return Rational.parse(contract.rounding.unit);
  const decimals = step.node.decimals ?? metric?.decimals;
  if (decimals === undefined) return Rational.of(1n, 10_000n);
  const percent = unit.kind === "quantity" && unit.shown === "percent" && isRatio(unit);
  return Rational.of(1n, 10n ** BigInt(decimals + (percent ? 2 : 0)));
}

function inRange(at: Rational, metric: Metric | undefined): boolean {
  if (!metric?.range) return !at.isNegative;
  return !at.below(Rational.parse(metric.range.from)) && !at.above(Rational.parse(metric.range.to));
}

function amountAt(at: Rational, input: TestedInput, outcome: PaymentOutcome, evaluator: Evaluator): Rational | null {
  const { fullFrom: from, fullTo: to } = input.place.period;
  const value = { name: input.name, of: { ...input.place.of }, from, to, value: at.toText() };
  return evaluator.replacing(value).outcome(outcome.payment, outcome.place.period, outcome.row).amount;
}

function change(
  { at, what }: { at: Rational; what: Edge["what"] },
  there: Rational,
  now: Rational,
  input: TestedInput,
  outcome: PaymentOutcome,
  { contract }: Evaluator,
): NextChange {
  const words = speakerOf(contract);
  const { node } = input.step;
  const gap = there.less(outcome.amount!);
  const by = gapText(at.less(now).size(), node.unit, words);
  const shown = words.amount(at, node.unit);
  const worth = showMoney(gap.size(), contract.currency);
  const charged = outcome.branch?.direction === "by";
  const money = gap.isNegative
    ? `which takes ${worth} off the amount`
    : charged
      ? `which adds ${worth} to the amount`
      : `worth ${worth} more`;
  return {
    input: input.name,
    ...(node.title === undefined ? {} : { title: node.title }),
    now: now.toText(),
    at: at.toText(),
    by: at.less(now).size().toText(),
    amountThere: amountText(there, contract),
    worth: amountText(gap.size(), contract),
    direction: gap.isNegative ? "less" : "more",
    sentence: `${capitalised(words.named(input.step))} is ${by} from the next ${what} (${shown}), ${money}.`,
  };
}
