import type { Place } from "../../evaluate/evaluation.js";
import type { SpanNode } from "../../nodes/span.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly, sumOf, times } from "../interval.js";
import { allNumbers, impossible, numbers, type Possible } from "../possible.js";

export function span(node: SpanNode, place: Place, bounding: Bounding): Possible {
  const periods = bounding.within(node.each, place.period);
  const counted = node.how === "latest" ? periods.slice(-1) : periods;
  const values = allNumbers(counted.map((period) => bounding.of(node.of, { ...place, period })));
  if (!values) return impossible;
  const total = sumOf(values);
  return numbers(node.how === "average" ? times(total, exactly(Rational.of(1, values.length))) : total);
}
