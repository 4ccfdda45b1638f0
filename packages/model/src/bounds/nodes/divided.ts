import type { Place } from "../../evaluate/evaluation.js";
import type { DividedNode } from "../../nodes/divided.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly, over, times } from "../interval.js";
import { impossible, numbers, type Possible } from "../possible.js";

export function divided(node: DividedNode, place: Place, bounding: Bounding): Possible {
  const [top, bottom] = [bounding.of(node.top, place).numbers, bounding.of(node.bottom, place).numbers];
  const quotient = top && bottom && over(top, bottom);
  return quotient ? numbers(times(quotient, exactly(Rational.parse(node.scale ?? "1")))) : impossible;
}
