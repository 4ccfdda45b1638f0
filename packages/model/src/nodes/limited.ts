import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { partOf } from "../evaluate/taking-part.js";
import { anyMissing, asNumber, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { roundTo } from "../numbers/rounding.js";
import { type PeriodKind, periodAt } from "../time/period.js";
import { currencyOf } from "../units/unit.js";
import { lineAmount } from "./line-in-force.js";

/** A money limit that is not a whole number of the contract's pence is rounded towards zero before use (rule 7). */
export function wholePence(limit: Rational, evaluation: Pick<Evaluation, "contract">): Rational {
  return roundTo(limit, Rational.parse(evaluation.contract.rounding.unit), "towards-zero");
}

/**
 * A cap over a longer span: the limit of the whole span, less what this line let through in the earlier periods of it, each
 * in whole pence, as it was paid (rule 7). A limit for `each …` of a span that the term cuts short is that part of it.
 */
export function limitedOver(
  node: { readonly id: string; readonly of: string; readonly limit: string },
  { span, payment }: { readonly span: PeriodKind; readonly payment: string },
  place: Place,
  evaluation: Evaluation,
): Evaluated {
  const spanned = periodAt(span, place.period.from, evaluation.calendar);
  const whole = partOf(evaluation.contract, { ...place, period: spanned }) ?? spanned;
  const [amount, limit] = [evaluation.step(node.of, place), evaluation.step(node.limit, { ...place, period: whole })];
  const before = evaluation
    .within(place.period.kind, whole)
    .filter(({ to }) => to <= place.period.from)
    .map((period) => lineAmount(payment, (line) => line.node === node.id, { ...place, period }, evaluation));
  const inputs = [amount, limit, ...before.flatMap(({ step }) => (step ? [step] : []))];
  const lack = anyMissing([amount.value, limit.value, ...before.map(({ value }) => value)]);
  if (lack) return { value: lack, inputs };
  if (limit.value.is === "none") return { value: amount.value, inputs };
  const { unit, ties } = evaluation.contract.rounding;
  const used = Rational.sum(before.map(({ value }) => roundTo(asNumber(value), Rational.parse(unit), ties)));
  const left = Rational.higher(Rational.zero, wholePence(asNumber(limit.value), evaluation).less(used));
  const binds = asNumber(amount.value).above(left);
  return { value: number(binds ? left : asNumber(amount.value)), inputs, ...(binds ? { reached: [0] } : {}) };
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
