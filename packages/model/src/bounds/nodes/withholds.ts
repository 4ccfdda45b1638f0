import type { Place } from "../../evaluate/evaluation.js";
import type { WithholdsNode } from "../../nodes/withholds.js";
import { Rational } from "../../numbers/rational.js";
import { averages } from "../averages.js";
import type { Bounding } from "../bounding.js";
import { exactly, type Interval, less, times } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

/** What is withheld less what is earned back of it: where both are of one sum, the part that is not earned. */
export function withholds(node: WithholdsNode, place: Place, bounding: Bounding): Possible {
  const withheld = bounding.of(node.withheld, place).numbers;
  const back = bounding.of(node.back, place).numbers;
  if (!withheld || !back) return impossible;
  const lost = unearned(node, place, bounding);
  return numbers(lost ? times(withheld, lost) : less(withheld, back));
}

function unearned(node: WithholdsNode, place: Place, bounding: Bounding): Interval | undefined {
  const back = bounding.contract.nodes[node.back]!;
  if (back.kind !== "pool" || back.pool !== node.withheld) return undefined;
  const parts = back.weights.map(({ weight, achievement, sharesWeight }) => ({
    weight: Rational.parse(weight),
    value: bounding.of(achievement, place).numbers,
    sharesWeight,
  }));
  const earned = averages(parts);
  const whole = Rational.sum(parts.map(({ weight }) => weight));
  return earned && less(exactly(Rational.one), times(earned, exactly(whole)));
}
