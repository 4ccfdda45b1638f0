import type { Place } from "../../evaluate/evaluation.js";
import type { StandardisedNode } from "../../nodes/standardised.js";
import type { Bounding } from "../bounding.js";
import { hullOf } from "../interval.js";
import { allNumbers, impossible, numbers, type Possible } from "../possible.js";

/** A weighted mean lies among the rates that it is the mean of. */
export function standardised(node: StandardisedNode, place: Place, bounding: Bounding): Possible {
  const rates = node.weights.map(({ key }) =>
    bounding.of(node.of, { ...place, of: { ...place.of, [node.axis]: key } }),
  );
  const known = allNumbers(rates);
  const among = known && hullOf(known);
  return among ? numbers(among) : impossible;
}
