import type { Place } from "../../evaluate/evaluation.js";
import type { Bounding } from "../bounding.js";
import { higher as higherOf, hull, type Interval, lower as lowerOf } from "../interval.js";
import type { Possible } from "../possible.js";

/** The higher or the lower of several; what a table may lack takes no part, or does. */
export function extreme(
  which: "higher" | "lower",
  operands: readonly string[],
  place: Place,
  bounding: Bounding,
): Possible {
  const all = operands.map((operand) => bounding.of(operand, place));
  const pick = which === "higher" ? higherOf : lowerOf;
  let found: Interval | undefined;
  let maybeNone = true;
  for (const { numbers, none } of all) {
    if (numbers && found) {
      const both = pick(found, numbers);
      found = hull(hull(both, none ? found : both), maybeNone ? numbers : both);
    } else found = numbers ?? found;
    maybeNone = maybeNone && none === true;
  }
  return { ...(found ? { numbers: found } : {}), ...(maybeNone ? { none: true } : {}) };
}
