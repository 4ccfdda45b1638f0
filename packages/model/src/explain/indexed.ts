import type { Step } from "../evaluate/evaluation.js";
import type { IndexedNode } from "../nodes/indexed.js";
import { Rational } from "../numbers/rational.js";
import { isoDate, monthName } from "../time/date.js";
import { ratio } from "../units/unit.js";
import { listed, type Words } from "./words.js";

/** "the fee in 2028/29 is £1,071,000 (£1,000,000, uplifted on 1 April each year from 2027 by 2% and 5%)". */
export function indexed(node: IndexedNode, step: Step, words: Words): string {
  const { month, day, from } = node.uplift;
  const start = words.amount(Rational.parse(node.start), node.unit);
  const rates = step.inputs.map((input) => words.shown(input));
  const by = rates.length === 0 ? "" : ` by ${listed(rates)}`;
  const cap = node.cap === undefined ? "" : `, none above ${words.amount(Rational.parse(node.cap), ratio)}`;
  const on = `${day} ${monthName(isoDate(from, month, day))}`;
  return `${words.name(node) ?? "the value"} in ${step.place.period.label} is ${words.shown(step)} (${start}, uplifted on ${on} each year from ${from}${by}${cap})`;
}
