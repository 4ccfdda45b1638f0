import type { Comparison } from "../contract/conditions.js";
import type { Step } from "../evaluate/evaluation.js";
import { asNumber, asTruth } from "../evaluate/value.js";
import type { TestNode } from "../nodes/test.js";
import { Rational } from "../numbers/rational.js";
import { currencyOf, isRatio, type Unit } from "../units/unit.js";
import type { Words } from "./words.js";

const SAID: Record<Comparison, string> = {
  is: "",
  "is-not": "not ",
  "at-least": "at least ",
  "at-most": "at most ",
  above: "above ",
  below: "below ",
};

/** "11.2% is below 12%"; where it does not hold, by how much it is missed: "84% is not at least 85%, short by 1 percentage point". */
export function test(node: TestNode, step: Step, words: Words): string {
  const [left, right] = step.inputs as [Step, Step];
  const holds = asTruth(step.value);
  const decimals = toTellApart(left, right, words);
  const [a, b] = [words.named(left, decimals), words.named(right)];
  if (holds) return `${a} is ${SAID[node.comparison]}${b}`;
  if (node.comparison === "is-not") return `${a} is ${b}`;
  return `${a} is not ${SAID[node.comparison]}${b}${missedBy(left, right, words)}`;
}

function missedBy(left: Step, right: Step, words: Words): string {
  if (left.value.is !== "number" || right.value.is !== "number") return "";
  const gap = asNumber(left.value).less(asNumber(right.value));
  if (gap.isZero) return ": it is exactly that";
  return `, ${gap.isNegative ? "short" : "over"} by ${gapText(gap.size(), left.node.unit, words)}`;
}

/** A value just short of a limit is never shown as the limit: the decimals that tell them apart, where more are needed. */
function toTellApart(left: Step, right: Step, words: Words): number | undefined {
  if (left.value.is !== "number" || right.value.is !== "number") return undefined;
  const [a, b] = [left.value.number, right.value.number];
  const same = (decimals?: number): boolean =>
    words.amount(a, left.node.unit, decimals) === words.amount(b, right.node.unit, decimals);
  const rounded = words.amount(a, left.node.unit).replace(/\.0+(?=\D*$)/, "") === words.amount(b, right.node.unit);
  if (a.equals(b) || !(rounded || same())) return undefined;
  for (let decimals = 3; decimals <= 12; decimals++) if (!same(decimals)) return decimals;
  return undefined;
}

/** A difference of two values: percentages differ by percentage points. */
export function gapText(gap: Rational, unit: Unit, words: Words): string {
  const percent = unit.kind === "quantity" && unit.shown === "percent" && isRatio(unit);
  if (!percent) {
    const little = currencyOf(unit) !== undefined && gap.toDecimal() === undefined && gap.below(Rational.parse("0.01"));
    return little ? `less than ${words.amount(Rational.parse("0.01"), unit)}` : words.amount(gap, unit);
  }
  const points = gap.times(Rational.of(100));
  if (points.toDecimal() === undefined && points.below(Rational.parse("0.0001"))) {
    return "less than 0.0001 percentage points";
  }
  return `${points.toDecimal() ?? points.toFixed(4)} percentage point${points.equals(Rational.one) ? "" : "s"}`;
}
