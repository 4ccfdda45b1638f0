import type { Place } from "../../evaluate/evaluation.js";
import type { AtMostNode } from "../../nodes/at-most.js";
import { periodAt } from "../../time/period.js";
import type { Bounding } from "../bounding.js";
import { floored, higher, hull, type Interval, less, lower, nothing, sumOf } from "../interval.js";
import { anyOf, type Possible } from "../possible.js";
import { held, limitBounds } from "./limited.js";

export const atMost = (node: AtMostNode, place: Place, bounding: Bounding): Possible => {
  const amount = bounding.of(node.of, place).numbers;
  if (!node.over) return anyOf(held(amount, limitBounds(node.limit, place, bounding), lower));
  const whole = periodAt(node.over.span, place.period.from, bounding.calendar);
  const limit = limitBounds(node.limit, { ...place, period: whole }, bounding);
  const before = bounding.within(place.period.kind, whole).filter(({ to }) => to <= place.period.from);
  const used = sumOf(
    before.map((period): Interval => {
      const then = bounding.of(node.id, { ...place, period }).numbers ?? nothing;
      // In an earlier period the line may have taken no part.
      return hull(nothing, higher(then, nothing));
    }),
  );
  return anyOf(held(amount, limit, (all, most) => lower(all, floored(less(most, used)))));
};
