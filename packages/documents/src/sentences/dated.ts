import { MONTHS, type NodeOf, Rational, showDate, type Unit } from "@concordat/model";
import { type Phrase, say, text } from "../document/phrase.js";
import { amount } from "./amount.js";
import { dayOf } from "./lookup.js";
import { eachPeriod } from "./period.js";
import type { Reader } from "./reader.js";

const ratio: Unit = { kind: "quantity", dims: {}, shown: "percent" };

/** "£48,000,000 for each year, increased by 3.1% on 1 April each year from 2027 …", or "98%, then 100% from 1 January 2019". */
export function dated(node: NodeOf<"dated">, reader: Reader): Phrase {
  if (node.at !== undefined) return say`${terms(node)}, as it stands on ${dayOf(node.at, reader)}`;
  return terms(node);
}

function terms(node: NodeOf<"dated">): Phrase {
  const [first, ...later] = node.rows.map(({ from, value }) => ({
    from,
    words: amount(Rational.parse(value), node.unit),
  }));
  const start = node.flow ? `${first!.words} ${eachPeriod(node.flow)}` : first!.words;
  if (node.uplift) {
    const { rate, month, day, from } = node.uplift;
    const by = amount(Rational.parse(rate), ratio);
    return text(
      `${start}, increased by ${by} on ${day} ${MONTHS[month - 1]} each year from ${from}, each increase on the amount as last increased`,
    );
  }
  return text([start, ...later.map(({ from, words }) => `then ${words} from ${showDate(from!)}`)].join(", "));
}
