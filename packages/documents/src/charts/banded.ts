import { isRatio, money, type NodeOf, Rational, ratio, type Unit } from "@concordat/model";
import { capitalised, joined, wordsIn } from "../document/phrase.js";
import { bandItems } from "../sentences/banded.js";
import { type Extent, extentOf, sameValue } from "../sentences/extent.js";
import { fixedNumber } from "../sentences/look-through.js";
import type { Reader } from "../sentences/reader.js";
import { type Axis, ascending, type Curve } from "./curve.js";
import { axisOf } from "./subject.js";

type Slice = NodeOf<"banded">["slices"][number];
interface Band {
  readonly from: Rational;
  readonly to: Rational | undefined;
  readonly rate: Rational;
}

/** Marginal slices; undefined where data decides a rate or where an edge is, other than as parts of one value. */
export function bandedCurve(node: NodeOf<"banded">, title: string, reader: Reader): Curve | undefined {
  const extents = node.slices.flatMap((slice) => edgeIds(slice).map((id) => extentOf(id, reader)));
  const [first] = extents;
  if (!first || extents.some((extent) => extent === undefined || !sameValue(extent.of, first.of, reader)))
    return undefined;
  const bands = bandsOf(node.slices, reader);
  if (!bands) return undefined;
  const breaks = ascending(bands.flatMap(({ from, to }) => (to ? [from, to] : [from]))).filter((edge) => !edge.isZero);
  if (breaks.length === 0) return undefined;
  const scale = Rational.parse(node.scale ?? "1");
  const amountAt = (place: Rational): Rational =>
    Rational.sum(
      bands.map(({ from, to, rate }) =>
        Rational.higher(Rational.zero, (to ? Rational.lower(place, to) : place).less(from)).times(rate),
      ),
    ).times(scale);
  const places = [Rational.zero, ...breaks, breaks.at(-1)!.times(Rational.of(5, 4))];
  const pieces = places.slice(1).map((to, index) => {
    const from = places[index]!;
    return { from, to, start: amountAt(from), end: amountAt(to), closedFrom: true, closedTo: true };
  });
  const [x, y] = axes(node, first, reader);
  const description = `Each part at its own rate: ${wordsIn(joined(bandItems(node, reader), "; "))}.`;
  return {
    title,
    description,
    x,
    y,
    pieces,
    breaks,
    marks: [],
    subject: { node: node.x, ...(first.of === undefined ? {} : { of: first.of }) },
  };
}

const edgeIds = (slice: Slice): string[] =>
  slice.part === "rest"
    ? []
    : slice.part === "below"
      ? [slice.to]
      : slice.part === "between"
        ? [slice.from, slice.to]
        : slice.part === "above"
          ? [slice.from]
          : [slice.width];

/** Where each slice begins and ends. Widths follow one another; edges stand where they say. */
function bandsOf(slices: readonly Slice[], reader: Reader): Band[] | undefined {
  let passed = Rational.zero;
  const bands: Band[] = [];
  for (const slice of slices) {
    const rate = fixedNumber(slice.rate, reader);
    const [a, b] = edgeIds(slice).map((id) => extentOf(id, reader)?.size);
    if (rate === undefined) return undefined;
    if (slice.part === "rest") bands.push({ from: passed, to: undefined, rate });
    else if (a === undefined) return undefined;
    else if (slice.part === "above") bands.push({ from: a, to: undefined, rate });
    else if (slice.part === "between") bands.push({ from: a, to: b, rate });
    else if (slice.part === "below") bands.push({ from: Rational.zero, to: a, rate });
    else bands.push({ from: passed, to: passed.plus(a), rate });
    passed = bands.at(-1)!.to ?? passed;
  }
  return bands;
}

/** Parts of one value are drawn as percentages of it, on both axes. */
function axes(node: NodeOf<"banded">, { of, unit }: Extent, reader: Reader): [Axis, Axis] {
  const along = wordsIn(capitalised(reader.phrase(node.x)));
  if (of !== undefined) {
    const whole = wordsIn(reader.phrase(of));
    const part = (title: string): Axis => ({ ...axisOf(title, ratio), unit: `% of ${whole}` });
    return [part(along), part("Amount")];
  }
  const rate: Unit = reader.node(node.slices[0]!.rate).unit;
  return [axisOf(along, unit), axisOf("Amount", isRatio(rate) ? unit : money(reader.contract.currency))];
}
