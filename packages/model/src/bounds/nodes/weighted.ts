import type { Place } from "../../evaluate/evaluation.js";
import type { WeightedNode } from "../../nodes/weighted.js";
import { Rational } from "../../numbers/rational.js";
import { averages } from "../averages.js";
import type { Bounding } from "../bounding.js";
import { exactly, hull, times } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

export function weighted(node: WeightedNode, place: Place, bounding: Bounding): Possible {
  const parts = node.parts.map(({ weight, value, sharesWeight }) => ({
    weight: Rational.parse(weight),
    value: bounding.of(value, place).numbers,
    sharesWeight,
  }));
  const average = averages(parts);
  if (!average) return impossible;
  const whole = exactly(Rational.sum(parts.map(({ weight }) => weight)));
  return numbers(hull(average, times(average, whole)));
}
