import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { MISSING } from "../runtime.js";

const ONLY_WHEN: Helper = {
  name: "onlyWhen",
  needs: [MISSING],
  text: `\
// A gate: what comes after it, or its otherwise, or nothing.
function onlyWhen(passed, rest, otherwise = () => ZERO) {
  if (isMissing(passed)) return passed;
  return passed ? rest() : otherwise();
}`,
};

export const onlyWhen: Emitter<NodeOf<"only-when">> = {
  helpers: [ONLY_WHEN],
  emit: (node, w) =>
    w.call(
      ONLY_WHEN,
      w.value(node.when),
      w.perhaps(node.rest),
      ...(node.otherwise === undefined ? [] : [w.perhaps(node.otherwise)]),
    ),
  quick: (node, q) =>
    q.choose(
      q.truth(node.when),
      () => q.number(node.rest),
      () => (node.otherwise === undefined ? q.constant(Rational.zero) : q.number(node.otherwise)),
    ),
};
