import type { Metric } from "../../contract/inputs.js";
import type { Place } from "../../evaluate/evaluation.js";
import type { MetricNode } from "../../nodes/metric.js";
import { Rational } from "../../numbers/rational.js";
import { isPart } from "../../time/period.js";
import type { Bounding } from "../bounding.js";
import { between, exactly, hull, type Interval, nothing, times } from "../interval.js";
import { numbers, type Possible } from "../possible.js";

/** The range that the contract gives it; without one, what its formula can come to. A share is from nothing to all. */
export function metric(node: MetricNode, place: Place, bounding: Bounding): Possible {
  const declared = bounding.contract.metrics.find(({ name }) => name === node.metric);
  if (declared?.range) return numbers(rangeOver(declared, place, bounding));
  const formula = bounding.of(node.of, place);
  const whole = between(Rational.zero, Rational.one);
  return declared?.kind === "share" ? numbers(whole) : formula;
}

/** A count or a sum is in its range in each of its own periods, so over several of them it is in so many times that. */
function rangeOver(declared: Metric, { period }: Place, bounding: Bounding): Interval {
  const range = between(Rational.parse(declared.range!.from), Rational.parse(declared.range!.to));
  const adds = ["count", "sum", "people"].includes(declared.kind);
  if (!adds) return range;
  const own = bounding.within(declared.each, period);
  const many = times(range, exactly(Rational.of(Math.max(1, own.length))));
  // In part of a period less is counted, and who is counted in several is one person in all of them.
  return declared.kind === "people" || own.some(isPart) ? hull(many, hull(range, nothing)) : many;
}
