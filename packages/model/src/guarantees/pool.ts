import { averages } from "../bounds/averages.js";
import type { Bounding } from "../bounds/bounding.js";
import type { Payment } from "../contract/payments.js";
import type { Place } from "../evaluate/evaluation.js";
import { Rational } from "../numbers/rational.js";

/** What a payment earns is a part of its pool of at most the whole, and nothing after it adds to it; or its bounds say so. */
export function neverAboveItsPool(payment: Payment, place: Place, bounding: Bounding): boolean {
  const pool = payment.pool === undefined ? undefined : bounding.of(payment.pool, place).numbers;
  if (!pool) return false;
  const { earned } = bounding.payment(payment, place);
  if (earned?.high && pool.low && !earned.high.above(pool.low)) return true;
  return payment.branches.every((branch) =>
    branch.lines.every(({ node }, index) =>
      index === 0 ? partOf(node, payment, place, bounding) : lessens(node, place, bounding),
    ),
  );
}

function partOf(id: string, payment: Payment, place: Place, { contract, of }: Bounding): boolean {
  const node = contract.nodes[id]!;
  if (node.kind !== "pool" || node.pool !== payment.pool) return false;
  const whole = of(node.pool, place).numbers;
  const average = averages(
    node.weights.map(({ weight, achievement, sharesWeight }) => ({
      weight: Rational.parse(weight),
      value: of(achievement, place).numbers,
      sharesWeight,
    })),
  );
  const all = Rational.sum(node.weights.map(({ weight }) => Rational.parse(weight)));
  return (
    whole?.low?.isNegative === false &&
    average?.high !== null &&
    average !== undefined &&
    !average.high.times(all).above(Rational.one)
  );
}

/** A step that never makes an amount larger. */
function lessens(id: string, place: Place, { contract, of }: Bounding): boolean {
  const node = contract.nodes[id]!;
  if (node.kind === "at-most") return true;
  if (node.kind === "only-when") return node.otherwise === undefined;
  if (node.kind !== "less") return false;
  const take = of(node.take, place).numbers;
  return take?.low?.isNegative === false;
}
