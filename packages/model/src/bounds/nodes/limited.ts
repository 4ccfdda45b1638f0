import type { Place } from "../../evaluate/evaluation.js";
import { wholePence } from "../../nodes/limited.js";
import { currencyOf } from "../../units/unit.js";
import type { Bounding } from "../bounding.js";
import { type Interval, rising } from "../interval.js";
import type { Possible } from "../possible.js";

/** What a limit can be, as it is used: money in whole pence (rule 7). */
export function limitBounds(id: string, place: Place, bounding: Bounding): Possible {
  const { numbers, none } = bounding.of(id, place);
  const unit = bounding.contract.nodes[id]!.unit;
  const used = numbers && currencyOf(unit) ? rising(numbers, (limit) => wholePence(limit, bounding)) : numbers;
  return { ...(used ? { numbers: used } : {}), ...(none ? { none } : {}) };
}

/** An amount held to a limit, or left alone where a table has none. */
export function held(
  amount: Interval | undefined,
  limit: Possible,
  by: (a: Interval, b: Interval) => Interval,
): Possible[] {
  if (!amount) return [];
  return [
    ...(limit.numbers ? [{ numbers: by(amount, limit.numbers) }] : []),
    ...(limit.none ? [{ numbers: amount }] : []),
  ];
}
