import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import { type BandedNode, edges, type Slice } from "../nodes/banded.js";
import { Rational } from "../numbers/rational.js";
import { isRatio } from "../units/unit.js";
import type { Words } from "./words.js";

/** "nothing of the first £960,000; 50% of the next £1,040,000 is £520,000". Slices that are not reached are left out. */
export function banded(node: BandedNode, step: Step, words: Words): string {
  const [x] = step.inputs;
  const whole = asNumber(x!.value);
  const byId = new Map(step.inputs.map((input) => [input.node.id, input]));
  const value = (id: string): Rational => asNumber(byId.get(id)!.value);
  let passed = Rational.zero;
  const parts = node.slices.flatMap((slice) => {
    const [from, to] = edges(slice, passed, value);
    if (to) passed = to;
    const part = Rational.higher(Rational.zero, (to ? Rational.lower(whole, to) : whole).less(from));
    return part.isZero ? [] : [sliceClause(slice, part, byId.get(slice.rate)!, x!, node, words)];
  });
  if (parts.length === 0) return `${words.named(x!)} reaches no band: ${words.shown(step)}`;
  return `${parts.join("; ")}${parts.length > 1 ? `; in all ${words.shown(step)}` : ""}`;
}

function sliceClause(slice: Slice, part: Rational, rate: Step, x: Step, node: BandedNode, words: Words): string {
  const worth = asNumber(rate.value).times(part);
  const scaled = node.scale ? worth.times(Rational.parse(node.scale)) : worth;
  const size = words.amount(part, x.node.unit);
  const of = `${PLACE[slice.part]}${size}${slice.part === "below" || slice.part === "above" ? ` ${slice.part} the bound` : ""}`;
  if (asNumber(rate.value).isZero) return `nothing of ${of}`;
  const each = isRatio(rate.node.unit) ? `${words.shown(rate)} of ${of}` : `${words.shown(rate)} for each of ${of}`;
  return `${each} is ${words.amount(scaled, node.unit)}`;
}

const PLACE: Record<Slice["part"], string> = {
  first: "the first ",
  next: "the next ",
  rest: "the remaining ",
  below: "the ",
  between: "the next ",
  above: "the ",
};
