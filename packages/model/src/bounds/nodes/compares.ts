import type { Place } from "../../evaluate/evaluation.js";
import type { ComparesNode } from "../../nodes/compares.js";
import type { Bounding } from "../bounding.js";
import { floored, less } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

export function compares(node: ComparesNode, place: Place, bounding: Bounding): Possible {
  const [actual, expected] = [bounding.of(node.actual, place).numbers, bounding.of(node.expected, place).numbers];
  if (!actual || !expected) return impossible;
  return numbers(floored(node.side === "below" ? less(expected, actual) : less(actual, expected)));
}
