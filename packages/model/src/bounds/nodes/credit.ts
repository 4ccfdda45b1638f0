import type { Place } from "../../evaluate/evaluation.js";
import type { CreditNode } from "../../nodes/credit.js";
import type { Bounding } from "../bounding.js";
import { nothing } from "../interval.js";
import { anyOf, canBe, numbers, type Possible } from "../possible.js";

export function credit(node: CreditNode, place: Place, bounding: Bounding): Possible {
  const when = bounding.of(node.when, place);
  return anyOf([
    ...(canBe(true, when) ? [bounding.of(node.amount, place)] : []),
    ...(canBe(false, when) ? [numbers(nothing)] : []),
  ]);
}
