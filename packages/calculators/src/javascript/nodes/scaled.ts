import type { NodeOf, Rational } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { list } from "../layout.js";
import { NotQuick } from "../quick/arithmetic.js";
import type { QuickWriter } from "../quick/quick-writer.js";
import type { QuickNumber } from "../quick/value.js";
import { ADD, COMPARE, DIVIDE, MISSING, MULTIPLY, SUBTRACT } from "../runtime.js";

const SCALED: Helper = {
  name: "scaled",
  needs: [MISSING, COMPARE, ADD, SUBTRACT, MULTIPLY, DIVIDE],
  text: `\
// Straight lines between points [value, at], flat outside them; nothing is reported beyond an end [which side, at].
function scaled(name, x, points, ends = []) {
  const lack = lacking([x, ...points.flat(), ...ends.map(([, at]) => at)]);
  if (lack) return lack;
  const beyond = ends.find(([side, at]) => (side === "below" ? compare(x, at) < 0 : compare(x, at) > 0));
  if (beyond) return missing(name, "it is not reported so far " + beyond[0]);
  const rising = [...points].sort(([, a], [, b]) => compare(a, b));
  const next = rising.findIndex(([, at]) => compare(x, at) <= 0);
  if (next === 0) return rising[0][0];
  if (next < 0 || compare(x, rising.at(-1)[1]) === 0) return rising.at(-1)[0];
  const [[fromValue, from], [toValue, to]] = [rising[next - 1], rising[next]];
  const along = divide(subtract(x, from), subtract(to, from));
  return add(fromValue, multiply(subtract(toValue, fromValue), along));
}`,
};

export const scaled: Emitter<NodeOf<"scaled">> = {
  helpers: [SCALED],
  emit: (node, w) =>
    w.call(
      SCALED,
      w.text(node.name ?? "the value of a scale"),
      w.value(node.x),
      list(node.points.map(({ value, at }) => list([w.value(value), w.value(at)]))),
      ...(node.ends ? [list(node.ends.map(({ side, at }) => list([w.text(side), w.value(at)])))] : []),
    ),
  quick(node, q) {
    const x = q.number(node.x);
    for (const { side, at } of node.ends ?? []) q.leaveIf(q.compare(x, side, q.number(at)));
    const points = node.points.map(({ value, at }) => ({ value: q.number(value), at: q.number(at) }));
    const known = points.map(({ value, at }) => {
      if (!at.known || !value.known) throw new NotQuick(`the points of ${node.id} move`);
      return { value: value.known, at: at.known };
    });
    known.sort((a, b) => a.at.compare(b.at));
    return line(x, known, q);
  },
};

interface Point {
  readonly value: Rational;
  readonly at: Rational;
}

/** Each straight piece as `x * slope + height`, with the slope and the height worked out beforehand. */
function line(x: QuickNumber, points: readonly Point[], q: QuickWriter): QuickNumber {
  const [first, second] = points;
  if (first === undefined) throw new NotQuick("a line without points");
  return q.choose(
    q.compare(x, "at-most", q.constant(first.at)),
    () => q.constant(first.value),
    () => piece(first, second, points.slice(2)),
  );

  function piece(from: Point, to: Point | undefined, rest: readonly Point[]): QuickNumber {
    if (to === undefined) return q.constant(from.value);
    const slope = to.value.less(from.value).over(to.at.less(from.at));
    const height = from.value.less(from.at.times(slope));
    return q.choose(
      q.compare(x, "below", q.constant(to.at)),
      () => q.plus(q.times(q.constant(slope), x), q.constant(height)),
      () => piece(to, rest[0], rest.slice(1)),
    );
  }
}
