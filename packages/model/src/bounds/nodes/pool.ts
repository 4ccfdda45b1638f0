import type { Place } from "../../evaluate/evaluation.js";
import type { PoolNode } from "../../nodes/pool.js";
import { Rational } from "../../numbers/rational.js";
import { averages } from "../averages.js";
import type { Bounding } from "../bounding.js";
import { exactly, times } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

export function pool(node: PoolNode, place: Place, bounding: Bounding): Possible {
  const whole = bounding.of(node.pool, place).numbers;
  const earned = averages(
    node.weights.map(({ weight, achievement, sharesWeight }) => ({
      weight: Rational.parse(weight),
      value: bounding.of(achievement, place).numbers,
      sharesWeight,
    })),
  );
  const all = exactly(Rational.sum(node.weights.map(({ weight }) => Rational.parse(weight))));
  return whole && earned ? numbers(times(whole, times(earned, all))) : impossible;
}
