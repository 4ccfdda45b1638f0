import type { Place } from "../../evaluate/evaluation.js";
import { type ReachNode, reached } from "../../nodes/reach.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly, sumOf, times } from "../interval.js";
import { allNumbers, impossible, numbers, type Possible } from "../possible.js";

export function reach(node: ReachNode, place: Place, bounding: Bounding): Possible {
  const periods = reached(node, place, bounding);
  if (!periods) return node.first === undefined ? impossible : bounding.of(node.first, place);
  const all = periods.map((period) => bounding.of(node.of, { ...place, period }));
  if (all.length === 1) return all[0]!;
  const values = allNumbers(all);
  if (!values) return impossible;
  const total = sumOf(values);
  return numbers(node.how === "average-of-the-last" ? times(total, exactly(Rational.of(1, values.length))) : total);
}
