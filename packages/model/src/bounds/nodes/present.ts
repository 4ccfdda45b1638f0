import type { Place } from "../../evaluate/evaluation.js";
import type { PresentNode } from "../../nodes/present.js";
import { previousPeriod } from "../../time/period.js";
import type { Bounding } from "../bounding.js";
import { anyOf, type Possible } from "../possible.js";

/** The value where it is reported, or what stands in for it. */
export function present(node: PresentNode, place: Place, bounding: Bounding): Possible {
  const known = bounding.of(node.of, place);
  switch (node.policy.kind) {
    case "met":
    case "missed":
    case "baseline":
      return anyOf([known, bounding.of(node.instead!, place)]);
    case "hold":
      return anyOf([known, ...earlier(node, place, bounding), bounding.of(node.policy.first!, place)]);
    case "share-weight":
    case "defer":
    case "decide":
      return known;
  }
}

function earlier(node: PresentNode, place: Place, bounding: Bounding): Possible[] {
  const found: Possible[] = [];
  let period = previousPeriod(place.period, bounding.calendar);
  while (period) {
    found.push(bounding.of(node.of, { ...place, period }));
    period = previousPeriod(period, bounding.calendar);
  }
  return found;
}
