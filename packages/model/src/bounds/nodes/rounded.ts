import type { Place } from "../../evaluate/evaluation.js";
import type { RoundedNode } from "../../nodes/rounded.js";
import { Rational } from "../../numbers/rational.js";
import { roundTo } from "../../numbers/rounding.js";
import type { Bounding } from "../bounding.js";
import { rising } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

/** Rounding never turns the order of two values round. */
export function rounded(node: RoundedNode, place: Place, bounding: Bounding): Possible {
  const before = bounding.of(node.of, place).numbers;
  const round = (value: Rational): Rational => roundTo(value, Rational.parse(node.to), node.ties);
  return before ? numbers(rising(before, round)) : impossible;
}
