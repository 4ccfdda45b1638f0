import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import { priced, type RateCardNode } from "../nodes/rate-card.js";
import { Rational } from "../numbers/rational.js";
import { show } from "../units/show.js";
import { bareNumber } from "../units/unit.js";
import { listed, type Words } from "./words.js";

/** "412 for started at £3,500 are £1,442,000 and 96 for learned at £1,000, within the limits, are £95,000: £1,537,000". */
export function rateCard(node: RateCardNode, step: Step, words: Words): string {
  const rest = [...step.inputs];
  const parts = node.lines.flatMap((line) => {
    const count = asNumber(rest.shift()!.value);
    const given = rest[0]?.node.id === line.paid ? rest.shift() : undefined;
    if (count.isZero) return [];
    const whole = count.times(Rational.parse(line.price));
    const paid = given ? asNumber(given.value) : priced(line, count);
    const each = `${show(count, bareNumber)} for ${line.name} at ${words.amount(Rational.parse(line.price), node.unit)}`;
    const limits = paid.equals(whole) ? "" : ", within the limits,";
    return [`${each}${limits} ${count.equals(Rational.one) ? "is" : "are"} ${words.amount(paid, node.unit)}`];
  });
  return parts.length === 0
    ? "nothing happened that the rate card pays for"
    : `${listed(parts)}${parts.length === 1 ? "" : `: ${words.shown(step)}`}`;
}
