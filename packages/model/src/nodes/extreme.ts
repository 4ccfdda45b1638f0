import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";

/** The highest or lowest of several values; a table's "none" takes no part. The first of equals is the one that counts. */
export function extreme(
  which: "higher" | "lower",
  operands: readonly string[],
  place: Place,
  evaluation: Evaluation,
): Evaluated {
  const inputs = operands.map((operand) => evaluation.step(operand, place));
  const lack = anyMissing(inputs.map((step) => step.value));
  if (lack) return { value: lack, inputs };
  let best = -1;
  inputs.forEach((step, index) => {
    if (step.value.is === "none") return;
    const value = asNumber(step.value);
    if (best < 0) best = index;
    else if (
      which === "higher" ? value.above(asNumber(inputs[best]!.value)) : value.below(asNumber(inputs[best]!.value))
    )
      best = index;
  });
  return best < 0
    ? { value: { is: "none" }, inputs }
    : { value: number(asNumber(inputs[best]!.value)), inputs, reached: [best] };
}
