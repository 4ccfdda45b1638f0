import type { Place } from "../../evaluate/evaluation.js";
import { type BalanceNode, earned } from "../../nodes/balance.js";
import { Rational } from "../../numbers/rational.js";
import { previousPeriod } from "../../time/period.js";
import type { Bounding } from "../bounding.js";
import { exactly, floored, type Interval, less, nothing, plus, sumOf, times } from "../interval.js";
import { allNumbers, impossible, numbers, type Possible } from "../possible.js";

/** From period to period, from the opening on. */
export function balance(node: BalanceNode, place: Place, bounding: Bounding): Possible {
  const found = node.reads === "before" ? before(node, place, bounding) : after(node, place, bounding);
  return found ? numbers(found) : impossible;
}

function before(node: BalanceNode, place: Place, bounding: Bounding): Interval | undefined {
  const earlier = previousPeriod(place.period, bounding.calendar);
  const start = earlier
    ? bounding.of(node.after, { ...place, period: earlier })
    : node.opening === undefined
      ? numbers(nothing)
      : bounding.of(node.opening, place);
  const added = allNumbers(node.adds.map((id) => bounding.of(id, place)));
  if (!start.numbers || !added) return undefined;
  const total = sumOf([start.numbers, ...added]);
  if (node.earns === undefined) return total;
  const rate = bounding.of(node.earns, place).numbers;
  const part = earned(Rational.one, Rational.one, place, bounding);
  return rate && plus(total, times(times(start.numbers, rate), exactly(part)));
}

function after(node: BalanceNode, place: Place, bounding: Bounding): Interval | undefined {
  const stood = bounding.of(node.before, place).numbers;
  const taken = allNumbers(node.takes.map((id) => bounding.of(id, place)));
  if (!stood || !taken) return undefined;
  const left = less(stood, sumOf(taken));
  return node.mayFallBelow ? left : floored(left);
}
