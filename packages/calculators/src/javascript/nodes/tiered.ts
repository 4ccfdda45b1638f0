import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import type { QuickNumber } from "../quick/value.js";
import { MISSING } from "../runtime.js";

const TIERED: Helper = {
  name: "tiered",
  needs: [MISSING],
  text: `\
// The whole of the value of the one row whose test holds. Rows are [test, value].
function tiered(subjects, rows, otherwise) {
  const lack = lacking([...subjects, ...rows.map(([test]) => test)]);
  if (lack) return lack;
  const row = rows.find(([test]) => test);
  return row ? row[1]() : otherwise();
}`,
};

export const tiered: Emitter<NodeOf<"tiered">> = {
  helpers: [TIERED],
  emit: (node, w) =>
    w.call(
      TIERED,
      list(node.x === undefined ? [] : [w.value(node.x)]),
      list(node.rows.map(({ when, value }) => list([w.value(when), w.perhaps(value)]))),
      ...(node.otherwise === undefined ? [] : [w.perhaps(node.otherwise)]),
    ),
  quick(node, q) {
    if (node.x !== undefined) q.value(node.x);
    const tests = node.rows.map(({ when }) => q.truth(when));
    const row = (index: number): QuickNumber => {
      const here = node.rows[index];
      if (here === undefined)
        return node.otherwise === undefined ? q.constant(Rational.zero) : q.number(node.otherwise);
      return q.choose(
        tests[index]!,
        () => q.number(here.value),
        () => row(index + 1),
      );
    };
    return row(0);
  },
};
