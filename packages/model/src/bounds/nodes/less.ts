import type { Place } from "../../evaluate/evaluation.js";
import type { LessNode } from "../../nodes/less.js";
import type { Bounding } from "../bounding.js";
import { less as difference, floored } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

export function less(node: LessNode, place: Place, bounding: Bounding): Possible {
  const [from, take] = [bounding.of(node.from, place).numbers, bounding.of(node.take, place).numbers];
  if (!from || !take) return impossible;
  const left = difference(from, take);
  return numbers(node.floor ? floored(left) : left);
}
