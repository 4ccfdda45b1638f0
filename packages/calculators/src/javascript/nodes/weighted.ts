import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { ADD, DIVIDE, MISSING, MULTIPLY } from "../runtime.js";

const WEIGHTED: Helper = {
  name: "weighted",
  needs: [MISSING, ADD, MULTIPLY, DIVIDE],
  text: `\
// One score of several. A part is [its weight, its value, whether the others share the weight where it is missing].
function weighted(on, minimum, parts) {
  const counted = parts.filter(([, value, shares]) => !(shares && isMissing(value)));
  const lack = lacking(counted.map(([, value]) => value));
  if (lack) return lack;
  if (counted.length < minimum) {
    const are = (count) => count + (count === 1 ? " is" : " are");
    const parted = counted.length + " of its " + parts.length + " parts " + (counted.length === 1 ? "is" : "are");
    return missing(on, parted + " reported, and " + are(minimum) + " needed");
  }
  const score = sum(counted.map(([weight, value]) => multiply(weight, value)));
  return counted.length === parts.length ? score : divide(score, sum(counted.map(([weight]) => weight)));
}`,
};

export const weighted: Emitter<NodeOf<"weighted">> = {
  helpers: [WEIGHTED],
  emit: (node, w) =>
    w.call(
      WEIGHTED,
      w.text(node.name ?? node.parts.map(({ on }) => on).join(", ")),
      `${node.minimum}`,
      list(
        node.parts.map(({ weight, value, sharesWeight }) =>
          list([w.constant(weight), w.value(value), `${sharesWeight}`]),
        ),
      ),
    ),
  quick: (node, q) =>
    node.parts
      .map(({ weight, value }) => q.times(q.constant(Rational.parse(weight)), q.number(value)))
      .reduce((sum, part) => q.plus(sum, part)),
};
