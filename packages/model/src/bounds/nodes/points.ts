import type { Place } from "../../evaluate/evaluation.js";
import type { PointsNode } from "../../nodes/points.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly, sumOf, times } from "../interval.js";
import { allNumbers, impossible, numbers, type Possible } from "../possible.js";

export function points(node: PointsNode, place: Place, bounding: Bounding): Possible {
  const price = bounding.of(node.price, place).numbers;
  const achieved = allNumbers(node.lines.map(({ achievement }) => bounding.of(achievement, place)));
  if (!price || !achieved) return impossible;
  const earned = sumOf(node.lines.map((line, index) => times(exactly(Rational.parse(line.points)), achieved[index]!)));
  return numbers(times(price, earned));
}
