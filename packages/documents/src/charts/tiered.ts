import { type Comparison, type NodeOf, Rational } from "@concordat/model";
import { joined } from "../document/phrase.js";
import { fixedNumber, lookThrough } from "../sentences/look-through.js";
import type { Reader } from "../sentences/reader.js";
import { tierItems } from "../sentences/tiered.js";
import { ascending, type Curve, type Piece, reach, type Worth } from "./curve.js";
import { curveOver, subjectOf } from "./subject.js";

/** Steps; undefined where a row tests something else than one value against fixed ones. */
export function tieredCurve(node: NodeOf<"tiered">, worth: Worth, title: string, reader: Reader): Curve | undefined {
  const x = node.x ?? "";
  const tests = node.rows.map(({ when }) => (node.x === undefined ? undefined : testOf(when, x, reader)));
  const values = [...node.rows.map(({ value }) => value), node.otherwise].map((id) =>
    id === undefined ? undefined : fixedNumber(id, reader),
  );
  if (tests.some((test) => test === undefined) || values.slice(0, -1).some((value) => value === undefined))
    return undefined;
  const valueAt = (place: Rational): Rational | undefined => {
    const row = tests.findIndex((test) => test!.holds(place));
    return values[row < 0 ? values.length - 1 : row]?.times(worth.factor);
  };
  const subject = subjectOf(x, reader);
  const breaks = ascending(tests.flatMap((test) => test!.edges));
  const [from, to] = reach([...breaks, ...subject.marks.map(({ at }) => at)], subject.range);
  const pieces = steps(ascending([from, ...breaks, to]), valueAt);
  const said = joined(tierItems(node, reader, reader.phrase), "; ");
  return pieces && curveOver(subject, worth, { title, pieces, breaks, said });
}

/** One level piece between each two neighbours; undefined where a single point stands alone or a value is not fixed. */
function steps(places: readonly Rational[], valueAt: (place: Rational) => Rational | undefined): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const [index, to] of places.slice(1).entries()) {
    const from = places[index]!;
    const level = valueAt(from.plus(to).over(Rational.of(2)));
    const [left, right] = [valueAt(from), valueAt(to)];
    if (!level || !left || !right) return undefined;
    pieces.push({ from, to, start: level, end: level, closedFrom: left.equals(level), closedTo: right.equals(level) });
  }
  const alone = pieces.slice(1).some(({ closedFrom }, index) => !closedFrom && !pieces[index]!.closedTo);
  return alone ? undefined : pieces;
}

interface Test {
  readonly edges: readonly Rational[];
  readonly holds: (place: Rational) => boolean;
}

function testOf(id: string, x: string, reader: Reader): Test | undefined {
  const node = lookThrough(id, reader);
  if (node.kind === "test") {
    const edge = fixedNumber(node.right, reader);
    const about = lookThrough(node.left, reader).id === lookThrough(x, reader).id;
    return edge && about ? { edges: [edge], holds: (place) => HOLDS[node.comparison](place.compare(edge)) } : undefined;
  }
  if (node.kind !== "logic") return undefined;
  const parts = node.operands.map((operand) => testOf(operand, x, reader));
  if (parts.some((part) => part === undefined)) return undefined;
  const holds = (place: Rational): boolean => {
    const truths = parts.map((part) => part!.holds(place));
    return node.operator === "and" ? truths.every(Boolean) : node.operator === "or" ? truths.some(Boolean) : !truths[0];
  };
  return { edges: parts.flatMap((part) => part!.edges), holds };
}

const HOLDS: Readonly<Record<Comparison, (order: number) => boolean>> = {
  is: (order) => order === 0,
  "is-not": (order) => order !== 0,
  "at-least": (order) => order >= 0,
  "at-most": (order) => order <= 0,
  above: (order) => order > 0,
  below: (order) => order < 0,
};
