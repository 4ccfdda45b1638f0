import type { Place } from "../../evaluate/evaluation.js";
import { type BandedNode, banded as rule, type Slice } from "../../nodes/banded.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly, floored, type Interval, less, lower, nothing, plus, sumOf, times } from "../interval.js";
import { allNumbers, impossible, numbers, type Possible } from "../possible.js";

/** Each slice at its least and at its most; as no rate is below nothing, together they are the least and the most of all. */
export function banded(node: BandedNode, place: Place, bounding: Bounding): Possible {
  const operands = rule.operands(node).map((id) => bounding.of(id, place));
  if (!allNumbers(operands)) return impossible;
  const value = (id: string): Interval => bounding.of(id, place).numbers!;
  const x = value(node.x);
  let passed = nothing;
  const parts = node.slices.map((slice) => {
    const [from, to] = edges(slice, passed, value);
    if (to) passed = to;
    return times(floored(less(to ? lower(x, to) : x, from)), value(slice.rate));
  });
  return numbers(times(sumOf(parts), exactly(Rational.parse(node.scale ?? "1"))));
}

function edges(slice: Slice, passed: Interval, value: (id: string) => Interval): [Interval, Interval | undefined] {
  switch (slice.part) {
    case "first":
    case "next":
      return [passed, plus(passed, value(slice.width))];
    case "rest":
      return [passed, undefined];
    case "below":
      return [nothing, value(slice.to)];
    case "between":
      return [value(slice.from), value(slice.to)];
    case "above":
      return [value(slice.from), undefined];
  }
}
