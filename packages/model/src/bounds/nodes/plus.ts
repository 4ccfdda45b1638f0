import type { Place } from "../../evaluate/evaluation.js";
import type { PlusNode } from "../../nodes/plus.js";
import type { Bounding } from "../bounding.js";
import { sumOf } from "../interval.js";
import { allNumbers, impossible, numbers, type Possible } from "../possible.js";

export function plus(node: PlusNode, place: Place, bounding: Bounding): Possible {
  const terms = allNumbers(node.terms.map((term) => bounding.of(term, place)));
  return terms ? numbers(sumOf(terms)) : impossible;
}
