import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { INPUTS } from "../inputs.js";
import { list } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, COMPARE, MISSING, MULTIPLY } from "../runtime.js";

const RATE_CARD: Helper = {
  name: "rateCard",
  needs: [INPUTS, MISSING, ADD, MULTIPLY, COMPARE],
  text: `\
// What is paid on each line of a rate card, added up. A line is [the input that says how much is paid, how many and how much
// as functions, the price of one, the most in all, and, of a line limited to a share of all that are paid, how many it may
// have for each of the others, and the places of these]. Where only the number is given, each is worth the price.
function rateCard(at, lines) {
  const counts = lines.map(([, count]) => count(at));
  const amounts = lines.map(([input, , paid, price, most, forEach, others], index) => {
    const own = counts[index];
    if (find(input, at) !== undefined) return lacking([own]) ?? paid(at);
    const needed = others === undefined ? [own] : [own, ...others.map((other) => counts[other])];
    const lack = lacking(needed);
    if (lack) return lack;
    let counted = own;
    if (others !== undefined) {
      const beside = multiply(sum(needed.slice(1)), forEach);
      const room = frac(beside.n / beside.d, 1n);
      if (compare(counted, room) > 0) counted = room;
    }
    const amount = multiply(counted, price);
    return most !== undefined && compare(amount, most) > 0 ? most : amount;
  });
  return lacking(amounts) ?? sum(amounts);
}`,
};

export const rateCard: Emitter<NodeOf<"rate-card">> = {
  helpers: [RATE_CARD],
  emit: (node, w) =>
    w.call(
      RATE_CARD,
      "at",
      list(
        node.lines.map((line) =>
          list([
            w.text(line.input),
            w.later(line.count),
            w.later(line.paid),
            w.constant(line.price),
            ...(line.inAll === undefined ? (line.share ? ["undefined"] : []) : [w.constant(line.inAll)]),
            ...(line.share ? [w.constant(forEachOther(line.share.most)), list(line.share.others.map(String))] : []),
          ]),
        ),
      ),
    ),
  quick(node) {
    // How much is given decides how it is worked out, line by line: the general functions do that.
    throw new NotQuick(`${node.id} is paid person by person`);
  },
};

/** At most 70% of all: so many for each of the others. */
function forEachOther(most: string): string {
  const share = Rational.parse(most);
  return share.over(Rational.one.less(share)).toText();
}
