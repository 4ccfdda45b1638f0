import type { Place } from "../../evaluate/evaluation.js";
import type { OnlyWhenNode } from "../../nodes/only-when.js";
import type { Bounding } from "../bounding.js";
import { nothing } from "../interval.js";
import { anyOf, canBe, numbers, type Possible } from "../possible.js";

export function onlyWhen(node: OnlyWhenNode, place: Place, bounding: Bounding): Possible {
  const when = bounding.of(node.when, place);
  const failed = node.otherwise === undefined ? numbers(nothing) : bounding.of(node.otherwise, place);
  return anyOf([
    ...(canBe(true, when) ? [bounding.of(node.rest, place)] : []),
    ...(canBe(false, when) ? [failed] : []),
  ]);
}
