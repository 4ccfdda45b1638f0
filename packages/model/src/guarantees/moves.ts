import type { Claim } from "../contract/guarantees.js";
import type { Metric } from "../contract/inputs.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import type { PaymentOutcome } from "../evaluate/payment.js";
import { edgesOf } from "../explain/edges.js";
import { Rational } from "../numbers/rational.js";
import type { Period } from "../time/period.js";
import { show, showMoney } from "../units/show.js";
import { outcomesIn } from "./bounds.js";
import type { Verdict } from "./check.js";

type Move = Extract<Claim, { kind: "direction" | "cliff" }>;
type Amount = { readonly at: Rational; readonly money: Rational };

/** Nearly the whole of a change: it is less than that. */
const NEARLY = Rational.of(999, 1000);

/**
 * The payment, worked out with the metric at other values than the case gives: at its baseline, its target and the ends of
 * its range, and at and beside each value at which a rule begins to say something else. All else stays as it is.
 */
export function movesIn(claim: Move, period: Period, evaluator: Evaluator): Verdict[] {
  const metric = evaluator.contract.metrics.find(({ name }) => name === claim.metric);
  if (!metric) return [];
  return outcomesIn(period, evaluator, claim.payment).flatMap((outcome) =>
    placesOf(metric, outcome, evaluator).map((of) => judge(claim, metric, of, outcome, evaluator)),
  );
}

/** Whose metric the payment could read: its own row's, or each one that there is. */
function placesOf(metric: Metric, { payment, row }: PaymentOutcome, { contract }: Evaluator): Record<string, string>[] {
  const [axis] = metric.axes;
  if (axis === undefined) return [{}];
  if (axis === payment.forEach) return row === undefined ? [] : [{ [axis]: row }];
  return (contract.participants.find(({ name }) => name === axis)?.rows ?? []).map(({ key }) => ({ [axis]: key }));
}

function judge(
  claim: Move,
  metric: Metric,
  of: Record<string, string>,
  outcome: PaymentOutcome,
  evaluator: Evaluator,
): Verdict {
  const { period } = outcome.place;
  const now = evaluator.step(metric.node, { period, of });
  if (now.value.is !== "number" || outcome.amount === null) return undefined;
  const { number } = now.value;
  const span = claim.kind === "cliff" ? Rational.parse(claim.change).times(NEARLY) : stepOf(metric);
  const amounts = probes(metric, number, span, outcome)
    .map((at) => amountAt(at, metric, of, outcome, evaluator))
    .filter((found) => found !== undefined);
  const pairs = amounts.slice(1).map((next, index) => [amounts[index]!, next] as const);
  const broken =
    claim.kind === "direction"
      ? pairs.find(([low, high]) => fallsOrRises(claim, low, high))
      : pairsWithin(amounts, span).find(([low, high]) =>
          high.money.less(low.money).size().above(Rational.parse(claim.most)),
        );
  const { unit } = now.node;
  const say = ({ at, money }: Amount): string =>
    `${showMoney(money, evaluator.contract.currency)} at ${show(at, unit)}`;
  const [low, high] = broken ?? [];
  return {
    holds: broken === undefined,
    sentence: low && high ? `${claim.payment} is ${say(low)} of ${metric.name}, and ${say(high)}.` : "",
  };
}

function fallsOrRises(claim: Move & { kind: "direction" }, low: Amount, high: Amount): boolean {
  const [before, after] = claim.direction === "up" ? [low.money, high.money] : [high.money, low.money];
  return claim.never === "falls" ? after.below(before) : after.above(before);
}

/** Pairs of values that lie no further apart than the change. */
const pairsWithin = (amounts: readonly Amount[], span: Rational): (readonly [Amount, Amount])[] =>
  amounts.flatMap((low, index) =>
    amounts.slice(index + 1).flatMap((high) => (high.at.less(low.at).above(span) ? [] : [[low, high] as const])),
  );

/** The last digit that the metric is shown to. */
const stepOf = ({ decimals }: Metric): Rational => Rational.of(1n, 10n ** BigInt((decimals ?? 2) + 2));

function probes(metric: Metric, now: Rational, span: Rational, { steps }: PaymentOutcome): Rational[] {
  const { baseline, target, range } = metric;
  const written = [baseline, target, range?.from, range?.to].filter((text) => text !== undefined);
  const edges = edgesOf(steps).filter(({ input }) => input.name === metric.name);
  const points = [now, ...written.map((text) => Rational.parse(text)), ...edges.map(({ at }) => at)];
  const all = points.flatMap((at) => [at.less(span), at, at.plus(span)]);
  const allowed = all.filter(
    (at) => !range || (!at.below(Rational.parse(range.from)) && !at.above(Rational.parse(range.to))),
  );
  const sorted = allowed.sort((a, b) => a.compare(b));
  return sorted.filter((at, index) => index === 0 || !at.equals(sorted[index - 1]!));
}

/** What those that the payment is paid to earn, less what they would be charged, with the metric at another value. */
function amountAt(
  at: Rational,
  metric: Metric,
  of: Record<string, string>,
  { payment, place, row }: PaymentOutcome,
  evaluator: Evaluator,
): Amount | undefined {
  const { fullFrom, fullTo } = place.period;
  const input = { name: metric.name, of, from: fullFrom, to: fullTo, value: at.toText() };
  const { exact, branch } = evaluator.replacing(input).outcome(payment, place.period, row);
  if (exact === null) return undefined;
  return { at, money: branch?.direction === "by" ? exact.negated() : exact };
}
