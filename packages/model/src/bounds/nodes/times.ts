import type { Place } from "../../evaluate/evaluation.js";
import type { TimesNode } from "../../nodes/times.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly, times as product } from "../interval.js";
import type { Possible } from "../possible.js";

export function times(node: TimesNode, place: Place, bounding: Bounding): Possible {
  const [left, right] = [bounding.of(node.left, place), bounding.of(node.right, place)];
  const scale = exactly(Rational.parse(node.scale ?? "1"));
  return {
    ...(left.numbers && right.numbers ? { numbers: product(product(left.numbers, right.numbers), scale) } : {}),
    ...(left.none || right.none ? { none: true } : {}),
  };
}
