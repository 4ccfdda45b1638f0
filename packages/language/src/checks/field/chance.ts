import {
  isRatio,
  type Metric,
  type NodeOf,
  type Payment,
  type Place,
  periodsOf,
  Rational,
  show,
  type TieredNode,
  tierValues,
} from "@concordat/model";
import type { Field } from "./field.js";
import { behind, nodesOfPayment, nodesUnder } from "./reads.js";

/**
 * A share or a rate of so few cases that chance alone crosses a step. With the fewest cases that count, two standard errors
 * at the baseline are compared with the narrowest step, as squares: 4 p (1 − p) ÷ n of a share, 4 r² ÷ events of a rate
 * whose events are counted.
 */
export function chanceIsSmall(field: Field): void {
  const { contract, report, at } = field;
  const steps = stepsOnMetrics(field);
  for (const metric of contract.metrics) {
    const least = metric.needs && Rational.parse(metric.needs.atLeast);
    const spread = least && !least.isZero && squared(metric);
    if (!spread) continue;
    for (const { payment, steps: onMetric } of steps.get(metric.node) ?? []) {
      const width = narrowest(onMetric, metric);
      if (!width?.times(width).below(spread.over(least))) continue;
      const { unit } = contract.nodes[metric.node]!;
      const needed = ceiling(spread.over(width.times(width)));
      const parameters = {
        metric: metric.name,
        payment: payment.name,
        width: isRatio(unit) ? `${show(width.times(Rational.of(100)), COUNT)} percentage points` : show(width, unit),
        least: `${show(least, COUNT)} ${metric.needs!.of}`,
        needed: `${show(needed, COUNT)} ${metric.needs!.of}`,
      };
      report("chance-moves-payment", parameters, at(metric.source), { property: "name" });
      break;
    }
  }
}

const COUNT = { kind: "quantity", dims: {}, shown: "number" } as const;

/** Four times the variance of one case: divided by the number of cases it is the square of two standard errors. */
function squared({ kind, baseline }: Metric): Rational | undefined {
  if (baseline === undefined) return undefined;
  const p = Rational.parse(baseline);
  const four = Rational.of(4);
  if (kind === "share") return four.times(p).times(Rational.one.less(p));
  return kind === "rate" ? four.times(p).times(p) : undefined;
}

interface PaymentSteps {
  readonly payment: Payment;
  /** Of each scale, and of each set of tiers, the points at which it changes. */
  readonly steps: readonly Rational[][];
}

/** The scales and tiers that stand on each metric, by the metric's node: payment by payment, in the contract's order. */
function stepsOnMetrics(field: Field): Map<string, PaymentSteps[]> {
  const found = new Map<string, PaymentSteps[]>();
  const { contract, once } = field;
  const metrics = new Set(contract.metrics.map(({ node }) => node));
  for (const payment of contract.payments) {
    const own = once("steps on metrics", payment, () => stepsOf(payment, metrics, field));
    for (const [id, steps] of own) found.set(id, [...(found.get(id) ?? []), { payment, steps }]);
  }
  return found;
}

function stepsOf(
  payment: Payment,
  metrics: ReadonlySet<string>,
  { contract, bounding }: Field,
): Map<string, Rational[][]> {
  const found = new Map<string, Rational[][]>();
  const [period] = periodsOf(payment.each, bounding.calendar);
  if (!period) return found;
  const place = { period, of: {} };
  for (const node of nodesOfPayment(payment, contract)) {
    if ((node.kind !== "scaled" && node.kind !== "tiered") || node.x === undefined) continue;
    const under = new Set([behind(node.x, contract), ...nodesUnder(node.x, contract)].map(({ id }) => id));
    const on = [...under].filter((id) => metrics.has(id));
    if (on.length === 0) continue;
    const points = pointsOf(node, place, bounding);
    for (const id of on) found.set(id, [...(found.get(id) ?? []), points]);
  }
  return found;
}

function pointsOf(node: NodeOf<"scaled"> | TieredNode, place: Place, bounding: Field["bounding"]): Rational[] {
  if (node.kind === "tiered") return (tierValues(node, place, bounding) ?? []).map(({ at }) => at);
  const ats = node.points.map(({ at }) => bounding.of(at, place).numbers);
  return ats.flatMap((at) => (at?.low && at.high?.equals(at.low) ? [at.low] : []));
}

/** The narrowest step of the scales and tiers on a metric; of a single step, how far it lies from the baseline. */
function narrowest(steps: readonly Rational[][], metric: Metric): Rational | undefined {
  const widths = steps.flatMap((points) => {
    const base = points.length === 1 ? [Rational.parse(metric.baseline!), ...points] : points;
    const sorted = [...base].sort((a, b) => a.compare(b));
    return sorted.slice(1).map((point, index) => point.less(sorted[index]!));
  });
  return widths
    .filter((width) => !width.isZero)
    .reduce<Rational | undefined>((a, b) => (a ? Rational.lower(a, b) : b), undefined);
}

const ceiling = (value: Rational): Rational => {
  const whole = Rational.of(value.top / value.bottom);
  return whole.equals(value) ? whole : whole.plus(Rational.one);
};
