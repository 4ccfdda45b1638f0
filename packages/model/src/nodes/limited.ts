import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import { currencyOf } from "../units/unit.js";

/** A money limit that is not a whole number of the contract's pence is rounded towards zero before use (rule 7). */
export function wholePence(limit: Rational, evaluation: Evaluation): Rational {
  return roundTo(limit, Rational.parse(evaluation.contract.rounding.unit), "towards-zero");
}

/** An amount held to a limit: `above` is a cap, `below` a floor. A table's "none" is no limit. */
export function limited(
  side: "above" | "below",
  of: string,
  limit: string,
  place: Place,
  evaluation: Evaluation,
): Evaluated {
  const inputs = [evaluation.step(of, place), evaluation.step(limit, place)];
  const lack = anyMissing(inputs.map((step) => step.value));
  if (lack) return { value: lack, inputs };
  const amount = asNumber(inputs[0]!.value);
  if (inputs[1]!.value.is === "none") return { value: number(amount), inputs };
  const written = asNumber(inputs[1]!.value);
  const bound = currencyOf(inputs[1]!.node.unit) ? wholePence(written, evaluation) : written;
  const binds = side === "above" ? amount.above(bound) : amount.below(bound);
  return { value: number(binds ? bound : amount), inputs, ...(binds ? { reached: [0] } : {}) };
}
