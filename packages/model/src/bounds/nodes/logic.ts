import type { Place } from "../../evaluate/evaluation.js";
import type { LogicNode } from "../../nodes/logic.js";
import type { Bounding } from "../bounding.js";
import { canBe, type Possible } from "../possible.js";

/** Each operand taken by itself: two that never hold at once may still be taken to. */
export function logic(node: LogicNode, place: Place, bounding: Bounding): Possible {
  const all = node.operands.map((operand) => bounding.of(operand, place));
  const can = (truth: boolean): boolean => {
    if (node.operator === "not") return canBe(!truth, all[0]!);
    const known = all.every(({ truths }) => truths !== undefined);
    const each = (node.operator === "and") === truth;
    return known && (each ? all.every((one) => canBe(truth, one)) : all.some((one) => canBe(truth, one)));
  };
  return { truths: [true, false].filter(can) };
}
