import type { NodeOf, Rational } from "@concordat/model";
import { fixedNumber } from "../sentences/look-through.js";
import type { Reader } from "../sentences/reader.js";
import { scaledPoints } from "../sentences/scaled.js";
import { type Curve, type Piece, reach, type Worth } from "./curve.js";
import { curveOver, subjectOf } from "./subject.js";

/** Straight lines between points, flat outside them; undefined where data decides a point. */
export function scaledCurve(node: NodeOf<"scaled">, worth: Worth, title: string, reader: Reader): Curve | undefined {
  const points = node.points.map(({ at, value }) => ({
    at: fixedNumber(at, reader),
    value: fixedNumber(value, reader),
  }));
  const fixed = points
    .flatMap(({ at, value }) => (at && value ? [{ at, value: value.times(worth.factor) }] : []))
    .sort((a, b) => a.at.compare(b.at));
  if (fixed.length < points.length) return undefined;
  const subject = subjectOf(node.x, reader);
  const breaks = fixed.map(({ at }) => at);
  const [least, most] = reach([...breaks, ...subject.marks.map(({ at }) => at)], subject.range);
  const end = (side: "below" | "above"): Rational | undefined => {
    const found = node.ends?.find((one) => one.side === side);
    return found && fixedNumber(found.at, reader);
  };
  const [from, to] = [end("below") ?? least, end("above") ?? most];
  const ends = [{ at: from, value: fixed[0]!.value }, ...fixed, { at: to, value: fixed.at(-1)!.value }];
  const pieces = ends.slice(1).flatMap((end, index) => line(ends[index]!, end));
  return curveOver(subject, worth, { title, pieces, breaks, said: scaledPoints(node, reader, reader.phrase) });
}

interface Point {
  readonly at: Rational;
  readonly value: Rational;
}
const line = (a: Point, b: Point): Piece[] =>
  a.at.equals(b.at) ? [] : [{ from: a.at, to: b.at, start: a.value, end: b.value, closedFrom: true, closedTo: true }];
