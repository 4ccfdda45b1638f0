import type { Bounding } from "../bounds/bounding.js";
import type { Interval } from "../bounds/interval.js";
import { single } from "../bounds/interval.js";
import { tierWalk } from "../bounds/tiers.js";
import type { Payment } from "../contract/payments.js";
import type { Place } from "../evaluate/evaluation.js";
import { NODE_RULES } from "../nodes/node.js";
import { Rational } from "../numbers/rational.js";
import { dependence } from "./depends.js";

/** Which way a value goes as a metric's number rises: not at all, never down, never up, or it cannot be told. */
export type Sign = "still" | "up" | "down" | "unknown";

export const flip = (sign: Sign): Sign => (sign === "up" ? "down" : sign === "down" ? "up" : sign);
const join = (...signs: readonly Sign[]): Sign =>
  signs.reduce((a, b) => (a === "still" ? b : b === "still" || a === b ? a : "unknown"), "still");

const notBelow = (interval: Interval | undefined): boolean => interval?.low?.isNegative === false;
const notAbove = (interval: Interval | undefined): boolean =>
  interval !== undefined && interval.high !== null && (interval.high.isNegative || interval.high.isZero);

/** A condition goes up where it may become true and never stops being true. */
export function signOfPayment(payment: Payment, metric: string, place: Place, bounding: Bounding): Sign {
  const { contract } = bounding;
  const depends = dependence(contract, metric);
  const branches = payment.branches.map(({ compares, amount, direction }): Sign => {
    // Which way it goes must not hang on the metric: then each way is looked at by itself.
    if (compares !== undefined && depends(compares)) return "unknown";
    return direction === "by" ? flip(sign(amount)) : sign(amount);
  });
  return join(...branches);

  function sign(id: string): Sign {
    if (!depends(id)) return "still";
    const node = contract.nodes[id]!;
    const of = (operand: string): Interval | undefined => bounding.of(operand, place).numbers;
    const still = (ids: readonly string[]): boolean => !ids.some(depends);
    switch (node.kind) {
      case "metric":
        return node.metric === metric ? "up" : sign(node.of);
      case "plus":
        return join(...node.terms.map(sign));
      case "less":
        return join(sign(node.from), flip(sign(node.take)));
      case "times": {
        const [left, right] = [scaledBy(sign(node.left), of(node.right)), scaledBy(sign(node.right), of(node.left))];
        return join(left, right);
      }
      case "divided":
        if (still([node.bottom])) return scaledBy(sign(node.top), of(node.bottom));
        if (!notBelow(of(node.bottom))) return "unknown";
        return join(sign(node.top), flip(scaledBy(sign(node.bottom), of(node.top))));
      case "higher":
      case "lower":
        return join(...node.operands.map(sign));
      case "at-most":
      case "at-least":
        return join(sign(node.of), sign(node.limit));
      case "rounded":
      case "span":
        return sign(node.of);
      case "across":
        return node.of !== undefined && (node.where === undefined || !depends(node.where)) ? sign(node.of) : "unknown";
      case "present":
        return join(sign(node.of), ...NODE_RULES.present.operands(node).slice(1).map(sign));
      case "scaled": {
        const points = node.points.map(({ at, value }) => ({ at: of(at), value: of(value) }));
        if (!still(node.points.flatMap(({ at, value }) => [at, value]))) return "unknown";
        const known = points.flatMap(({ at, value }) => {
          const [where, worth] = [at && single(at), value && single(value)];
          return where && worth ? [{ where, worth }] : [];
        });
        if (known.length < points.length) return "unknown";
        const worths = known.sort((a, b) => a.where.compare(b.where)).map(({ worth }) => worth);
        return through(sign(node.x), slope(worths));
      }
      case "tiered": {
        const values = [...node.rows.map(({ value }) => value), ...(node.otherwise ? [node.otherwise] : [])];
        if (still(node.rows.map(({ when }) => when))) return join(...values.map(sign));
        const walk = still(values) ? tierWalk(node, place, bounding) : undefined;
        return walk && node.x !== undefined ? through(sign(node.x), slope(walk.map(({ value }) => value))) : "unknown";
      }
      case "banded": {
        const rest = NODE_RULES.banded.operands(node).slice(1);
        return still(rest) && node.slices.every(({ rate }) => notBelow(of(rate))) ? sign(node.x) : "unknown";
      }
      case "test":
        switch (node.comparison) {
          case "at-least":
          case "above":
            return join(sign(node.left), flip(sign(node.right)));
          case "at-most":
          case "below":
            return join(flip(sign(node.left)), sign(node.right));
          default:
            return "unknown";
        }
      case "logic":
        return node.operator === "not" ? flip(sign(node.operands[0]!)) : join(...node.operands.map(sign));
      case "only-when": {
        const sides = join(sign(node.rest), node.otherwise === undefined ? "still" : sign(node.otherwise));
        if (still([node.when])) return sides;
        const [rest, otherwise] = [of(node.rest), node.otherwise === undefined ? undefined : of(node.otherwise)];
        const failed = node.otherwise === undefined ? { low: ZERO, high: ZERO } : otherwise;
        if (rest?.low && failed?.high && !rest.low.below(failed.high)) return join(sign(node.when), sides);
        if (rest?.high && failed?.low && !rest.high.above(failed.low)) return join(flip(sign(node.when)), sides);
        return "unknown";
      }
      case "credit":
        return notBelow(of(node.amount)) ? join(sign(node.when), sign(node.amount)) : "unknown";
      case "withholds":
        return depends(node.withheld) ? "unknown" : flip(sign(node.back));
      case "pool":
        if (depends(node.pool) || !notBelow(of(node.pool))) return "unknown";
        return join(...node.weights.map(({ achievement }) => sign(achievement)));
      case "points":
        if (depends(node.price) || !notBelow(of(node.price))) return "unknown";
        return join(...node.lines.map(({ achievement }) => sign(achievement)));
      case "weighted":
        return join(...node.parts.map(({ value }) => sign(value)));
      case "compares": {
        const gap = join(sign(node.actual), flip(sign(node.expected)));
        return node.side === "above" ? gap : flip(gap);
      }
      case "payment-value": {
        const read = contract.payments.find(({ name }) => name === node.payment)!;
        if (node.reads === "pool") return read.pool === undefined ? "still" : sign(read.pool);
        const [branch, other] = read.branches;
        const plain =
          branch !== undefined && other === undefined && branch.when === "always" && branch.limits.length === 0;
        return node.reads !== "party" && plain ? sign(branch.amount) : "unknown";
      }
      default:
        return "unknown";
    }
  }
}

const ZERO = Rational.zero;

function scaledBy(sign: Sign, other: Interval | undefined): Sign {
  if (sign === "still") return "still";
  return notBelow(other) ? sign : notAbove(other) ? flip(sign) : "unknown";
}

/** A curve read along a value that itself goes up or down. */
const through = (x: Sign, curve: Sign): Sign =>
  x === "still" || curve === "still"
    ? "still"
    : x === "unknown" || curve === "unknown"
      ? "unknown"
      : x === "up"
        ? curve
        : flip(curve);

function slope(values: readonly Rational[]): Sign {
  const pairs = values.slice(1).map((value, index) => [values[index]!, value] as const);
  const rises = pairs.some(([a, b]) => b.above(a));
  const falls = pairs.some(([a, b]) => b.below(a));
  return rises && falls ? "unknown" : rises ? "up" : falls ? "down" : "still";
}
