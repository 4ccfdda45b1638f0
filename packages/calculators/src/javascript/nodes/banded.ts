import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { ADD, COMPARE, MISSING, MULTIPLY, SUBTRACT } from "../runtime.js";

const BANDED: Helper = {
  name: "banded",
  needs: [MISSING, COMPARE, ADD, SUBTRACT, MULTIPLY],
  text: `\
// Slices of x, each at its own rate, added up. A slice is [part, rate, its bounds].
function banded(x, slices, scale = ONE) {
  const lack = lacking([x, ...slices.flat()]);
  if (lack) return lack;
  let total = ZERO;
  let passed = ZERO;
  for (const [part, rate, ...bounds] of slices) {
    const [from, to] = edges(part, bounds, passed);
    if (to !== undefined) passed = to;
    const size = subtract(to !== undefined && compare(x, to) > 0 ? to : x, from);
    if (size.n > 0n) total = add(total, multiply(size, rate));
  }
  return multiply(total, scale);
}
function edges(part, [first, second], passed) {
  switch (part) {
    case "rest":
      return [passed, undefined];
    case "below":
      return [ZERO, first];
    case "between":
      return [first, second];
    case "above":
      return [first, undefined];
    default:
      return [passed, add(passed, first)];
  }
}`,
};

export const banded: Emitter<NodeOf<"banded">> = {
  helpers: [BANDED],
  emit: (node, w) =>
    w.call(
      BANDED,
      w.value(node.x),
      list(
        node.slices.map((slice) =>
          list([w.text(slice.part), w.value(slice.rate), ...boundsOf(slice).map((id) => w.value(id))]),
        ),
      ),
      ...(node.scale === undefined ? [] : [w.constant(node.scale)]),
    ),
};

function boundsOf(slice: NodeOf<"banded">["slices"][number]): string[] {
  switch (slice.part) {
    case "first":
    case "next":
      return [slice.width];
    case "rest":
      return [];
    case "below":
      return [slice.to];
    case "between":
      return [slice.from, slice.to];
    case "above":
      return [slice.from];
  }
}
