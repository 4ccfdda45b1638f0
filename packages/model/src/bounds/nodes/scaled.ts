import type { Place } from "../../evaluate/evaluation.js";
import type { ScaledNode } from "../../nodes/scaled.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { holds, hullOf, type Interval, plus, single, times } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

interface Point {
  readonly at: Interval;
  readonly value: Interval;
}

/**
 * A line turns only at its points, so its extremes are at the ends of what is read and at the points between them. Where a
 * point has no fixed place, it is anything between its least and its greatest value.
 */
export function scaled(node: ScaledNode, place: Place, bounding: Bounding): Possible {
  const read = bounding.of(node.x, place).numbers;
  const points = node.points.flatMap(({ at, value }) => {
    const [where, worth] = [bounding.of(at, place).numbers, bounding.of(value, place).numbers];
    return where && worth ? [{ at: where, value: worth }] : [];
  });
  if (!read || points.length < node.points.length) return impossible;
  const x = within(read, node, place, bounding);
  const places = points.map(({ at }) => single(at));
  const all = hullOf(points.map(({ value }) => value))!;
  if (places.some((at) => at === undefined)) return numbers(all);
  const sorted = points.map(({ value }, index) => ({ at: places[index]!, value })).sort((a, b) => a.at.compare(b.at));
  const inside = sorted.filter(({ at }) => holds(x, at)).map(({ value }) => value);
  const ends = [
    x.low ? valueAt(x.low, sorted) : sorted[0]!.value,
    x.high ? valueAt(x.high, sorted) : sorted.at(-1)!.value,
  ];
  return numbers(hullOf([...inside, ...ends])!);
}

function valueAt(x: Rational, points: readonly { at: Rational; value: Interval }[]): Point["value"] {
  const next = points.findIndex(({ at }) => !at.below(x));
  if (next === 0) return points[0]!.value;
  if (next < 0) return points.at(-1)!.value;
  const [a, b] = [points[next - 1]!, points[next]!];
  const along = x.less(a.at).over(b.at.less(a.at));
  const part = (share: Rational): Interval => ({ low: share, high: share });
  return plus(times(a.value, part(Rational.one.less(along))), times(b.value, part(along)));
}

/** Beyond where the scale ends there is no value. */
function within(x: Interval, node: ScaledNode, place: Place, bounding: Bounding): Interval {
  let { low, high } = x;
  for (const { side, at } of node.ends ?? []) {
    const end = bounding.of(at, place).numbers;
    if (side === "below" && end?.low) low = low ? Rational.higher(low, end.low) : end.low;
    if (side === "above" && end?.high) high = high ? Rational.lower(high, end.high) : end.high;
  }
  return { low, high };
}
