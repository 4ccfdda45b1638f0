import { type NodeOf, Rational, ratio, showDate } from "@concordat/model";
import { type Phrase, say } from "../document/phrase.js";
import { amount } from "./amount.js";
import { eachPeriod } from "./period.js";
import type { Reader } from "./reader.js";

/** "£12,000,000 for each year, increased by Consumer prices on 1 April each year from 2027 (by no more than 5%) …". */
export function indexed(node: NodeOf<"indexed">, reader: Reader): Phrase {
  const value = amount(Rational.parse(node.start), node.unit);
  const start = node.flow ? `${value} ${eachPeriod(node.flow)}` : value;
  const { month, day, from } = node.uplift;
  const on = showDate(`2000-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`).replace(/ \d{4}$/, "");
  const cap = node.cap === undefined ? "" : ` (by no more than ${amount(Rational.parse(node.cap), ratio)})`;
  return say`${start}, increased on ${on} each year from ${from} by ${reader.phrase(node.rate)} of the ${node.each} in which that day falls${cap}, each increase on the amount as last increased`;
}
