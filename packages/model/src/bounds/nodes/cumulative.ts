import type { Place } from "../../evaluate/evaluation.js";
import type { CumulativeNode } from "../../nodes/cumulative.js";
import { Rational } from "../../numbers/rational.js";
import { type Period, stretchTo } from "../../time/period.js";
import type { Bounding } from "../bounding.js";
import { between, floored, higher, hull, type Interval, less, nothing, plus } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

/**
 * What is due since the start, less what was computed before. Together the earlier amounts are within a penny each of the
 * whole as it stood, or, where nothing flows back, of the most that it ever stood at.
 */
export function cumulative(node: CumulativeNode, place: Place, bounding: Bounding): Possible {
  const total = sinceTheStart(node, place, bounding);
  if (!total) return impossible;
  const earlier = bounding
    .within(place.period.kind, { ...place.period, from: bounding.calendar.from })
    .filter(({ to }) => to <= place.period.from);
  const totals = earlier.map((period) => sinceTheStart(node, { ...place, period }, bounding) ?? nothing);
  if (totals.length === 0) return numbers(node.mayBeRecovered ? total : floored(total));
  const pennies = Rational.parse(bounding.contract.rounding.unit).times(Rational.of(totals.length));
  const slack = between(pennies.negated(), pennies);
  const before = node.mayBeRecovered ? totals.at(-1)! : floored(totals.reduce(higher));
  const due = plus(less(total, before), slack);
  return numbers(node.mayBeRecovered ? due : floored(due));
}

function sinceTheStart(node: CumulativeNode, place: Place, bounding: Bounding): Interval | undefined {
  const period: Period = stretchTo(place.period, bounding.calendar.from, bounding.calendar);
  const at = { ...place, period };
  const amount = bounding.of(node.of, at).numbers;
  if (node.compares === undefined) return amount;
  const gap = bounding.of(node.compares, at).numbers;
  return amount && (gap?.low?.above(Rational.zero) ? amount : hull(amount, nothing));
}
