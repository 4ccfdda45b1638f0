import type { Step } from "../evaluate/evaluation.js";
import type { DatedNode } from "../nodes/dated.js";
import { Rational } from "../numbers/rational.js";
import { isoDate, monthName, showDate } from "../time/date.js";
import { daysIn, fullDaysIn, isPart } from "../time/period.js";
import { ratio } from "../units/unit.js";
import type { Words } from "./words.js";

/** "the value in 2027/28 is £12,372,000 (£12,000,000, uplifted by 3.1% on 1 April each year from 2027)". */
export function dated(node: DatedNode, step: Step, words: Words): string {
  const { period } = step.place;
  const value = words.shown(step);
  const name = words.name(node) ?? "the value";
  const day = step.inputs[0];
  if (node.at !== undefined) {
    return `${name} as at ${day ? words.shown(day) : "that day"} is ${value}${terms(node, step, words)}`;
  }
  const days = node.flow !== null && isPart(period) ? `, for ${daysIn(period)} of ${fullDaysIn(period)} days` : "";
  return `${name} in ${period.label} is ${value}${days}${terms(node, step, words)}`;
}

function terms(node: DatedNode, step: Step, words: Words): string {
  const first = words.amount(Rational.parse(node.rows[0]!.value), node.unit);
  if (node.uplift) {
    const { rate, month, day, from } = node.uplift;
    const on = `${day} ${monthName(isoDate(from, month, day))}`;
    const percent = words.amount(Rational.parse(rate), ratio);
    return ` (${first}, uplifted by ${percent} on ${on} each year from ${from})`;
  }
  const row = node.rows[step.reached?.[0] ?? 0];
  return row?.from ? ` (in force from ${showDate(row.from)})` : "";
}
