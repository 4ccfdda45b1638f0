import { currencyOf, describeUnit, isRatio, type Metric, Rational, type Unit } from "@concordat/model";
import { capitalised, type Phrase, wordsIn } from "../document/phrase.js";
import { bare } from "../sentences/amount.js";
import { metricOf } from "../sentences/look-through.js";
import type { Reader } from "../sentences/reader.js";
import type { Axis, Curve, Mark, Worth } from "./curve.js";

/** The value along the foot of a chart: its axis, how far it can go, and the levels that the contract marks on it. */
export interface Subject {
  /** The id of its node. */
  readonly of: string;
  readonly axis: Axis;
  readonly range: { from: Rational; to: Rational } | undefined;
  readonly marks: readonly Mark[];
}

export function subjectOf(x: string, reader: Reader): Subject {
  const { unit } = reader.node(x);
  const metric = metricOf(x, reader);
  const range = metric?.range && { from: Rational.parse(metric.range.from), to: Rational.parse(metric.range.to) };
  return {
    of: x,
    axis: axisOf(wordsIn(capitalised(reader.phrase(x))), unit),
    range,
    marks: metric ? marksOf(metric) : [],
  };
}

/** A curve over a subject: what is said of it begins with the subject's name. */
export const curveOver = (
  { of, axis, marks }: Subject,
  worth: Worth,
  { said, ...drawn }: Pick<Curve, "title" | "pieces" | "breaks"> & { readonly said: Phrase },
): Curve => ({
  ...drawn,
  description: `${axis.title}: ${wordsIn(said)}.`,
  x: axis,
  y: worth.axis,
  marks,
  subject: { node: of },
});

export const axisOf = (title: string, unit: Unit): Axis => ({
  title,
  unit: isRatio(unit)
    ? unit.kind === "quantity" && unit.shown === "percent"
      ? "%"
      : "a number"
    : (currencyOf(unit) ?? describeUnit(unit)),
  show: (value) => bare(value, unit),
});

function marksOf({ baseline, target }: Metric): Mark[] {
  const mark = (name: Mark["name"], text: string | undefined): Mark[] =>
    text === undefined ? [] : [{ name, at: Rational.parse(text) }];
  return [...mark("baseline", baseline), ...mark("target", target)];
}
