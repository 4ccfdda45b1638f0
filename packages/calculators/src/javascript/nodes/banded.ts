import { type NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import type { QuickWriter } from "../quick/quick-writer.js";
import type { QuickNumber } from "../quick/value.js";
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
  quick(node, q) {
    const x = q.number(node.x);
    const zero = q.constant(Rational.zero);
    let total = zero;
    let passed = zero;
    for (const slice of node.slices) {
      const rate = q.number(slice.rate);
      const [from, to] = edges(slice, passed, q);
      if (to !== undefined) passed = to;
      if (rate.known?.isZero) continue;
      const size = q.higher(q.less(to === undefined ? x : q.lower(x, to), from), zero);
      total = q.plus(total, q.times(rate, size));
    }
    return node.scale === undefined ? total : q.times(q.constant(Rational.parse(node.scale)), total);
  },
};

type Slice = NodeOf<"banded">["slices"][number];

function boundsOf(slice: Slice): string[] {
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

/** Where a slice begins and ends; no end for the last. `passed` is where the slice before it ended. */
function edges(slice: Slice, passed: QuickNumber, q: QuickWriter): [QuickNumber, QuickNumber | undefined] {
  switch (slice.part) {
    case "first":
    case "next":
      return [passed, q.plus(passed, q.number(slice.width))];
    case "rest":
      return [passed, undefined];
    case "below":
      return [q.constant(Rational.zero), q.number(slice.to)];
    case "between":
      return [q.number(slice.from), q.number(slice.to)];
    case "above":
      return [q.number(slice.from), undefined];
  }
}
