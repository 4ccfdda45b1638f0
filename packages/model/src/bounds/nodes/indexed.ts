import type { Place } from "../../evaluate/evaluation.js";
import { flowOver, inForceOn, type Row } from "../../nodes/dated.js";
import type { IndexedNode } from "../../nodes/indexed.js";
import { Rational } from "../../numbers/rational.js";
import { periodAt } from "../../time/period.js";
import type { Bounding } from "../bounding.js";
import { exactly, type Interval, lower, plus, times } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

/** Each rise at its least and at its most; without end where an index that is reported has none and no cap holds it. */
export function indexed(node: IndexedNode, place: Place, bounding: Bounding): Possible {
  const { flow, cap } = node;
  const days = node.on.filter((day) => (flow === null ? day <= place.period.from : day < place.period.to));
  let value: Interval = exactly(Rational.parse(node.start));
  const rows: { from: string | null; value: Interval }[] = [{ from: null, value }];
  for (const from of days) {
    const rate = bounding.of(node.rate, { ...place, period: periodAt(node.each, from, bounding.calendar) }).numbers;
    if (!rate) return impossible;
    const counted = cap === undefined ? rate : lower(rate, exactly(Rational.parse(cap)));
    value = times(value, plus(exactly(Rational.one), counted));
    rows.push({ from, value });
  }
  const ends = (side: "low" | "high"): Row[] | undefined =>
    rows.every((row) => row.value[side] !== null)
      ? rows.map((row) => ({ from: row.from, value: row.value[side]! }))
      : undefined;
  const over = (side: "low" | "high"): Rational | null => {
    const at = ends(side);
    if (!at) return null;
    return flow === null ? inForceOn(at, place.period.from) : flowOver(at, flow, place.period, bounding);
  };
  return numbers({ low: over("low"), high: over("high") });
}
