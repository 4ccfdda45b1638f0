import type { Bounding } from "../bounds/bounding.js";
import { type Interval, single } from "../bounds/interval.js";
import { tierWalk } from "../bounds/tiers.js";
import type { Payment } from "../contract/payments.js";
import type { Place } from "../evaluate/evaluation.js";
import { NODE_RULES } from "../nodes/node.js";
import { Rational } from "../numbers/rational.js";
import { dependence } from "./depends.js";

/**
 * The most that a payment can move when a metric moves by at most so much and all else stays; undefined where no such sum
 * is found. Slopes count for as far as the metric goes; a step counts where it can be crossed.
 */
export function variationOf(
  payment: Payment,
  metric: string,
  change: Rational,
  place: Place,
  bounding: Bounding,
): Rational | undefined {
  const { contract } = bounding;
  const depends = dependence(contract, metric);
  const known = new Map<string, Rational | undefined>();
  const found = payment.branches.map(({ compares, amount }) =>
    compares !== undefined && depends(compares) ? undefined : variation(amount),
  );
  return most(found);

  function variation(id: string): Rational | undefined {
    if (!depends(id)) return Rational.zero;
    if (!known.has(id)) known.set(id, least(moved(id), widthOf(bounding.of(id, place).numbers)));
    return known.get(id);
  }

  function moved(id: string): Rational | undefined {
    const node = contract.nodes[id]!;
    const of = (operand: string): Interval | undefined => bounding.of(operand, place).numbers;
    const still = (ids: readonly string[]): boolean => !ids.some(depends);
    switch (node.kind) {
      case "metric":
        return node.metric === metric ? change : variation(node.of);
      case "plus":
        return sum(node.terms.map(variation));
      case "less":
        return sum([variation(node.from), variation(node.take)]);
      case "times": {
        const scale = Rational.parse(node.scale ?? "1").size();
        const parts = [
          scaled(variation(node.left), largest(of(node.right))),
          scaled(variation(node.right), largest(of(node.left))),
        ];
        return scaled(sum(parts), scale);
      }
      case "divided": {
        const bottom = of(node.bottom);
        if (depends(node.bottom) || !bottom?.low?.above(Rational.zero)) return undefined;
        return scaled(variation(node.top), Rational.parse(node.scale ?? "1").over(bottom.low));
      }
      case "higher":
      case "lower":
        return most(node.operands.map(variation));
      case "at-most":
      case "at-least":
        return most([variation(node.of), variation(node.limit)]);
      case "present":
        return most(NODE_RULES.present.operands(node).map(variation));
      case "rounded":
        return sum([variation(node.of), Rational.parse(node.to)]);
      case "scaled": {
        const points = node.points.flatMap(({ at, value }) => {
          const [where, worth] = [of(at), of(value)].map((each) => each && single(each));
          return where && worth ? [{ where, worth }] : [];
        });
        if (points.length < node.points.length || !still(node.points.flatMap(({ at, value }) => [at, value])))
          return undefined;
        const sorted = points.sort((a, b) => a.where.compare(b.where));
        const slopes = sorted.slice(1).map(({ where, worth }, index) => {
          const before = sorted[index]!;
          return worth.less(before.worth).size().over(where.less(before.where));
        });
        return scaled(variation(node.x), slopes.reduce(Rational.higher, Rational.zero));
      }
      case "tiered": {
        const values = [...node.rows.map(({ value }) => value), ...(node.otherwise ? [node.otherwise] : [])];
        if (still(node.rows.map(({ when }) => when))) return most(values.map(variation));
        const walk = still(values) && node.x !== undefined ? tierWalk(node, place, bounding) : undefined;
        const reach = node.x === undefined ? undefined : variation(node.x);
        return walk && reach && largestWithin(walk, reach);
      }
      case "banded": {
        const rest = NODE_RULES.banded.operands(node).slice(1);
        const rates = node.slices.map(({ rate }) => largest(of(rate)));
        if (!still(rest)) return undefined;
        return scaled(scaled(variation(node.x), most(rates)), Rational.parse(node.scale ?? "1"));
      }
      case "only-when":
        return still([node.when])
          ? most([variation(node.rest), node.otherwise === undefined ? Rational.zero : variation(node.otherwise)])
          : undefined;
      case "credit":
        return still([node.when]) ? variation(node.amount) : largest(of(node.amount));
      case "withholds":
        return sum([variation(node.withheld), variation(node.back)]);
      case "pool": {
        if (depends(node.pool) || node.weights.some(({ sharesWeight }) => sharesWeight)) return undefined;
        const earned = sum(
          node.weights.map(({ weight, achievement }) => scaled(variation(achievement), Rational.parse(weight))),
        );
        return scaled(earned, largest(of(node.pool)));
      }
      case "points": {
        const earned = sum(
          node.lines.map(({ points, achievement }) => scaled(variation(achievement), Rational.parse(points))),
        );
        return depends(node.price) ? undefined : scaled(earned, largest(of(node.price)));
      }
      case "compares":
        return sum([variation(node.actual), variation(node.expected)]);
      default:
        return undefined;
    }
  }
}

type Maybe = Rational | undefined;
const sum = (all: readonly Maybe[]): Maybe =>
  all.includes(undefined) ? undefined : Rational.sum(all.filter((each) => each !== undefined));
const most = (all: readonly Maybe[]): Maybe =>
  all.includes(undefined) ? undefined : all.filter((each) => each !== undefined).reduce(Rational.higher, Rational.zero);
const least = (a: Maybe, b: Maybe): Maybe => (a && b ? Rational.lower(a, b) : (a ?? b));
const scaled = (a: Maybe, by: Maybe): Maybe => {
  // Of nothing at all, so much is nothing.
  if (a?.isZero || by?.isZero) return Rational.zero;
  return a && by && a.times(by);
};

/** The size of the number furthest from nothing. */
function largest(interval: Interval | undefined): Maybe {
  if (!interval?.low || !interval.high) return undefined;
  return Rational.higher(interval.low.size(), interval.high.size());
}

const widthOf = (interval: Interval | undefined): Maybe =>
  interval?.low && interval.high ? interval.high.less(interval.low) : undefined;

/** The largest difference between two values of tiers no further apart than that. */
function largestWithin(
  walk: readonly { readonly cell: Rational; readonly at: boolean; readonly value: Rational }[],
  reach: Rational,
): Rational {
  let found = Rational.zero;
  for (const [index, from] of walk.entries()) {
    for (const [later, to] of walk.slice(index + 1).entries()) {
      // Between the end of one stretch and the beginning of another lie the numbers in between.
      const between = walk.slice(index, index + later + 2).filter(({ at }) => at);
      const gap = between.length < 2 ? Rational.zero : between.at(-1)!.cell.less(between[0]!.cell);
      if (!gap.above(reach)) found = Rational.higher(found, to.value.less(from.value).size());
    }
  }
  return found;
}
