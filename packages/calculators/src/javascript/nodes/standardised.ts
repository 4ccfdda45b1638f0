import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import { ADD, DIVIDE, MISSING, MULTIPLY } from "../runtime.js";

const STANDARDISED: Helper = {
  name: "standardised",
  needs: [MISSING, ADD, MULTIPLY, DIVIDE],
  text: `\
// The rates of strata, each weighted by the stratum's part of a standard population. A stratum is [its key, its weight].
function standardised(at, axis, strata, rate) {
  const rates = strata.map(([key]) => rate({ ...at, of: { ...at.of, [axis]: key } }));
  const lack = lacking(rates);
  if (lack) return lack;
  return divide(
    sum(strata.map(([, weight], index) => multiply(weight, rates[index]))),
    sum(strata.map(([, weight]) => weight)),
  );
}`,
};

export const standardised: Emitter<NodeOf<"standardised">> = {
  helpers: [STANDARDISED],
  emit: (node, w) =>
    w.call(
      STANDARDISED,
      "at",
      w.text(node.axis),
      list(node.weights.map(({ key, weight }) => list([w.text(key), w.constant(weight)]))),
      w.later(node.of),
    ),
  quick(node) {
    throw new NotQuick(`${node.id} looks at strata one by one`);
  },
};
