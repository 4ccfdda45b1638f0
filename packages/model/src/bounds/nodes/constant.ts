import type { ConstantNode } from "../../nodes/constant.js";
import { Rational } from "../../numbers/rational.js";
import { exactly } from "../interval.js";
import { numbers, type Possible } from "../possible.js";

export function constant({ unit, value }: ConstantNode): Possible {
  switch (unit.kind) {
    case "quantity":
      return numbers(exactly(Rational.parse(value)));
    case "truth":
      return { truths: [value === "true"] };
    case "date":
      return { dates: true };
    default:
      return { names: [value] };
  }
}
