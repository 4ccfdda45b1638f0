import { Rational } from "@concordat/model";

/** What a chart shows, in exact numbers: nothing here knows pixels. */
export interface Curve {
  readonly title: string;
  /** The curve in words. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Ascending and without gaps, from the left edge to the right. */
  readonly pieces: readonly Piece[];
  /** Where the rule bends or jumps. */
  readonly breaks: readonly Rational[];
  readonly marks: readonly Mark[];
  /** What stands along the foot: a node, or, where the axis is in parts of another value, that node as a part of it. */
  readonly subject: { readonly node: string; readonly of?: string };
}

export interface Axis {
  readonly title: string;
  /** Never empty: an axis without a unit is no axis. */
  readonly unit: string;
  readonly show: (value: Rational) => string;
}

/** A straight line between two places. A closed end belongs to the piece: the value there is the piece's. */
export interface Piece {
  readonly from: Rational;
  readonly to: Rational;
  readonly start: Rational;
  readonly end: Rational;
  readonly closedFrom: boolean;
  readonly closedTo: boolean;
}

export interface Mark {
  readonly at: Rational;
  readonly name: "baseline" | "target" | "now";
}

/** What a shape comes to in a payment: a share of a pool in pounds, points, or itself. */
export interface Worth {
  readonly factor: Rational;
  readonly axis: Axis;
}

/** Each value once, ascending. */
export function ascending(values: readonly Rational[]): Rational[] {
  const sorted = [...values].sort((a, b) => a.compare(b));
  return sorted.filter((value, index) => index === 0 || !value.equals(sorted[index - 1]!));
}

/** How far a chart reaches: a little beyond everything that it must show, inside what the value can be. */
export function reach(
  shown: readonly Rational[],
  range: { from: Rational; to: Rational } | undefined,
): [Rational, Rational] {
  const values = ascending(shown);
  const [low, high] = [values[0]!, values.at(-1)!];
  const span = high.less(low);
  const pad = span.isZero
    ? Rational.higher(low.size().over(Rational.of(10)), Rational.of(1, 100))
    : span.times(Rational.of(1, 5));
  const from = low.isNegative ? low.less(pad) : Rational.higher(Rational.zero, low.less(pad));
  const to = high.plus(pad);
  return range
    ? [Rational.higher(from, Rational.lower(range.from, low)), Rational.lower(to, Rational.higher(range.to, high))]
    : [from, to];
}
