import {
  type ContractNode,
  isRatio,
  type Metric,
  type Payment,
  periodsOf,
  Rational,
  show,
  tierValues,
} from "@concordat/model";
import type { Field } from "./field.js";
import { behind, nodesOfPayment, nodesUnder } from "./reads.js";

/**
 * A share or a rate of so few cases that chance alone crosses a step. With the fewest cases that count, two standard errors
 * at the baseline are compared with the narrowest step, as squares: 4 p (1 − p) ÷ n of a share, 4 r² ÷ events of a rate
 * whose events are counted.
 */
export function chanceIsSmall({ contract, bounding, report, at }: Field): void {
  for (const metric of contract.metrics) {
    const least = metric.needs && Rational.parse(metric.needs.atLeast);
    const spread = least && !least.isZero && squared(metric);
    if (!spread) continue;
    for (const payment of contract.payments) {
      const width = narrowest(payment, metric, { contract, bounding });
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

/** The narrowest step of the scales and tiers on a metric; of a single step, how far it lies from the baseline. */
function narrowest(
  payment: Payment,
  metric: Metric,
  { contract, bounding }: Pick<Field, "contract" | "bounding">,
): Rational | undefined {
  const [period] = periodsOf(payment.each, bounding.calendar);
  if (!period) return undefined;
  const place = { period, of: {} };
  const onMetric = (id: string): boolean =>
    behind(id, contract).id === metric.node || nodesUnder(id, contract).some((node) => node.id === metric.node);
  const points = (node: ContractNode): Rational[] => {
    if (node.kind === "scaled" && onMetric(node.x)) {
      const ats = node.points.map(({ at }) => bounding.of(at, place).numbers);
      return ats.flatMap((at) => (at?.low && at.high?.equals(at.low) ? [at.low] : []));
    }
    if (node.kind === "tiered" && node.x !== undefined && onMetric(node.x))
      return (tierValues(node, place, bounding) ?? []).map(({ at }) => at);
    return [];
  };
  const widths = nodesOfPayment(payment, contract).flatMap((node) => {
    const all = points(node).sort((a, b) => a.compare(b));
    const base = all.length === 1 ? [Rational.parse(metric.baseline!), ...all] : all;
    const sorted = base.sort((a, b) => a.compare(b));
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
