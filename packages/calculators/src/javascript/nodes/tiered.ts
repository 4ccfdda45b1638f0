import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
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
};
