import type { ContractModel, Unit } from "@concordat/model";
import { figureBounds, isRatio, Rational } from "@concordat/model";

/** The places of a slider, exact: `from`, `from + step` and so on, `steps` times. */
export interface Scale {
  readonly from: Rational;
  readonly step: Rational;
  readonly steps: number;
}

const PLACES = Rational.of(200);
const ONE_AND_TWO_AND_FIVE = [1, 2, 5].map((size) => Rational.of(size));

/**
 * A scale that holds everything that the contract says of an input (its targets, and the values of its examples), with
 * as much room again around it, inside what the contract says that it can be. Its places are round numbers.
 */
export function scaleOf(
  contract: ContractModel,
  input: { readonly name: string; readonly kind: "metric" | "figure"; readonly unit: Unit },
): Scale | undefined {
  const said = saidOf(contract, input.name);
  const { low: least, high: most } = boundsOf(contract, input);
  const values = said.length > 0 ? said : [least, most].filter((end) => end !== null);
  if (values.length === 0) return undefined;
  const [low, high] = [values.reduce(Rational.lower), values.reduce(Rational.higher)];
  const span = high.less(low);
  const room = span.isZero ? Rational.higher(low.size().over(Rational.of(2)), tiny(input.unit)) : span;
  const half = room.over(Rational.of(2));
  const from = least === null ? low.less(half) : Rational.higher(least, low.less(half));
  const to = most === null ? high.plus(half) : Rational.lower(most, high.plus(half));
  if (!to.above(from)) return undefined;
  const whole = input.unit.kind === "quantity" && isWhole(input, contract);
  const step = roundStep(to.less(from).over(PLACES), whole);
  const first = floor(from, step);
  return { from: first, step, steps: Number(ceiling(to.less(first).over(step))) };
}

export const valueAtPosition = ({ from, step, steps }: Scale, position: number): Rational =>
  from.plus(step.times(Rational.of(BigInt(Math.min(Math.max(Math.trunc(position), 0), steps)))));

/** The nearest place of the slider; at an end for what lies beyond it. */
export function positionOf({ from, step, steps }: Scale, value: Rational): number {
  const places = floor(value.less(from).over(step).plus(Rational.of(1, 2)), Rational.one);
  return Math.min(Math.max(Number(places.toText()), 0), steps);
}

function saidOf({ metrics, examples }: ContractModel, name: string): Rational[] {
  const metric = metrics.find((one) => one.name === name);
  const levels = [metric?.baseline, metric?.target];
  const given = examples.flatMap((example) => example.given.filter(({ input }) => input === name));
  return [...levels, ...given.map(({ value }) => value)]
    .filter((value): value is string => value != null && /^-?\d+([./]\d+)?$/.test(value))
    .map((value) => Rational.parse(value));
}

function boundsOf(contract: ContractModel, { name, kind }: { name: string; kind: "metric" | "figure" }) {
  const figure = contract.figures.find((one) => one.name === name);
  if (kind === "figure" && figure) return figureBounds(figure);
  const range = contract.metrics.find((one) => one.name === name)?.range;
  return range
    ? { low: Rational.parse(range.from), high: Rational.parse(range.to) }
    : { low: Rational.zero, high: null };
}

const isWhole = ({ name }: { name: string }, { figures }: ContractModel): boolean =>
  ["count", "whole"].includes(figures.find((figure) => figure.name === name)?.type.type ?? "");

const tiny = (unit: Unit): Rational => (isRatio(unit) ? Rational.of(1, 20) : Rational.of(10));

/** The smallest of 1, 2 and 5 times a power of ten that is no less. */
function roundStep(least: Rational, whole: boolean): Rational {
  let power = Rational.one;
  const ten = Rational.of(10);
  while (power.above(least)) power = power.over(ten);
  while (power.times(ten).compare(least) <= 0) power = power.times(ten);
  const steps = [...ONE_AND_TWO_AND_FIVE.map((size) => power.times(size)), power.times(ten)];
  const step = steps.find((candidate) => candidate.compare(least) >= 0) ?? power;
  return whole ? Rational.higher(step, Rational.one) : step;
}

function floor(value: Rational, step: Rational): Rational {
  const { top, bottom } = value.over(step);
  const whole = top / bottom - (top % bottom < 0n ? 1n : 0n);
  return Rational.of(whole).times(step);
}

const ceiling = (value: Rational): bigint => {
  const down = floor(value, Rational.one).top;
  return Rational.of(down).equals(value) ? down : down + 1n;
};
