import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import { fitting, priced, type RateCardNode } from "../nodes/rate-card.js";
import { Rational } from "../numbers/rational.js";
import { show } from "../units/show.js";
import { bareNumber, ratio } from "../units/unit.js";
import { listed, type Words } from "./words.js";

/**
 * "412 for started at £3,500 are £1,442,000 and 96 for learned at £1,000, within the limits, are £95,000: £1,537,000". What
 * a limit of a share leaves: "100 for easier at £1,000, of which 70 are within 70% of all that are paid, are £70,000".
 */
export function rateCard(node: RateCardNode, step: Step, words: Words): string {
  const rest = [...step.inputs];
  const lines = node.lines.map((line) => {
    const count = asNumber(rest.shift()!.value);
    const given = rest[0]?.node.id === line.paid ? asNumber(rest.shift()!.value) : undefined;
    return { line, count, given };
  });
  const parts = lines.flatMap(({ line, count, given }) => {
    if (count.isZero) return [];
    const others = (line.share?.others ?? []).map((other) => lines[other]!.count);
    const within = given ? count : fitting(line, [count, ...others]);
    const paid = given ?? priced(line, within);
    const each = `${show(count, bareNumber)} for ${line.name} at ${words.amount(Rational.parse(line.price), node.unit)}`;
    const share = within.equals(count)
      ? ""
      : `, of which ${within.isZero ? "none is" : `${show(within, bareNumber)} ${verb(within)}`} within ${show(Rational.parse(line.share!.most), ratio)} of all that are paid,`;
    const whole = within.times(Rational.parse(line.price));
    const limits = paid.equals(whole) ? "" : share ? " within the limits," : ", within the limits,";
    return [`${each}${share}${limits} ${verb(count)} ${words.amount(paid, node.unit)}`];
  });
  return parts.length === 0
    ? "nothing happened that the rate card pays for"
    : `${listed(parts)}${parts.length === 1 ? "" : `: ${words.shown(step)}`}`;
}

const verb = (count: Rational): string => (count.equals(Rational.one) ? "is" : "are");
