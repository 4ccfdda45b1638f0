import { type NodeOf, Rational } from "@concordat/model";
import { type Clause, clause } from "../document/document.js";
import { joined, type Phrase, say, text } from "../document/phrase.js";
import { amount, bare } from "./amount.js";
import type { LineInHand } from "./line.js";
import { fixedNumber, lookThrough, metricOf } from "./look-through.js";
import type { Reader } from "./reader.js";

export const scaled = (node: NodeOf<"scaled">, reader: Reader): Phrase =>
  say`a value that follows ${reader.phrase(node.x)}: ${scaledPoints(node, reader, reader.phrase)}`;

/** `then scaled …`: the amount becomes the value on the line, or is multiplied by it. */
export function scaledLine({ amount: subject, node, it, reader, after }: LineInHand): Clause[] {
  const shape = node.kind === "times" ? lookThrough(node.left === it ? node.right : node.left, reader) : node;
  if (shape.kind !== "scaled") return [];
  const how = node.kind === "times" ? "is multiplied by" : "becomes";
  return [clause(after(say`${subject} ${how} ${scaled(shape, reader)}`))];
}

/** "nothing at the baseline of 215.4, all of it at the target of 190, and in a straight line between; flat outside those points". */
export function scaledPoints(node: NodeOf<"scaled">, reader: Reader, value: (id: string) => Phrase): Phrase {
  const points = node.points.map((point) => say`${value(point.value)} at ${place(point.at, node.x, reader)}`);
  const lines =
    points.length === 2 ? "in a straight line between" : "in a straight line from each of these points to the next";
  const ends = (node.ends ?? []).map(({ side, at }) => say`${side} ${place(at, node.x, reader)}`);
  const outside = ends.length === 0 ? "" : say`, and not reported when ${joined(ends, " or ")}`;
  return say`${joined(points, ", ")}, and ${lines}; flat outside those points${outside}`;
}

/** A point on the scale: "the baseline of 215.4", "90%". */
export function place(id: string, x: string, reader: Reader): Phrase {
  const fixed = fixedNumber(id, reader);
  if (fixed === undefined) return reader.phrase(id);
  const metric = metricOf(x, reader);
  const shown = metric ? bare(fixed, reader.node(id).unit) : amount(fixed, reader.node(id).unit);
  if (metric?.baseline !== undefined && Rational.parse(metric.baseline).equals(fixed))
    return text(`the baseline of ${shown}`);
  if (metric?.target !== undefined && Rational.parse(metric.target).equals(fixed))
    return text(`the target of ${shown}`);
  return text(shown);
}
