import type { Place } from "../../evaluate/evaluation.js";
import { type DatedNode, flowOver, inForceOn } from "../../nodes/dated.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly } from "../interval.js";
import { numbers, type Possible } from "../possible.js";

export function dated(node: DatedNode, { period }: Place, bounding: Bounding): Possible {
  const rows = node.rows.map(({ from, value }) => ({ from, value: Rational.parse(value) }));
  const { flow } = node;
  return numbers(exactly(flow === null ? inForceOn(rows, period.from) : flowOver(rows, flow, period, bounding)));
}
