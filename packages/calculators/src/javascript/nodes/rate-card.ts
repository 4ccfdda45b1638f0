import type { NodeOf } from "@concordat/model";
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
// as functions, the price of one, the most in all]. Where only the number is given, each is worth the price.
function rateCard(at, lines) {
  const amounts = lines.map(([input, count, paid, price, most]) => {
    const counted = count(at);
    if (find(input, at) !== undefined) return lacking([counted]) ?? paid(at);
    if (isMissing(counted)) return counted;
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
            ...(line.inAll === undefined ? [] : [w.constant(line.inAll)]),
          ]),
        ),
      ),
    ),
  quick(node) {
    // How much is given decides how it is worked out, line by line: the general functions do that.
    throw new NotQuick(`${node.id} is paid person by person`);
  },
};
