import type { Place } from "../../evaluate/evaluation.js";
import { type DatedNode, flowOver, inForceOn } from "../../nodes/dated.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly } from "../interval.js";
import { anyOf, numbers, type Possible } from "../possible.js";

export function dated(node: DatedNode, { period }: Place, bounding: Bounding): Possible {
  const rows = node.rows.map(({ from, value }) => ({ from, value: Rational.parse(value) }));
  // Whatever the day: all that was ever in force.
  if (node.at !== undefined) return anyOf(rows.map(({ value }) => numbers(exactly(value))));
  const { flow } = node;
  return numbers(exactly(flow === null ? inForceOn(rows, period.from) : flowOver(rows, flow, period, bounding)));
}
