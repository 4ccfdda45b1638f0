import {
  type ContractModel,
  type ContractNode,
  calendarOf,
  type InputValue,
  type Period,
  type PeriodKind,
  periodsOf,
  Rational,
  sameUnit,
  type Unit,
} from "@concordat/model";
import type { Given } from "./agreement.js";
import type { Pair } from "./load.js";

/** One settlement to try: values that were reported, and the year to settle. */
export interface Scenario {
  readonly values: InputValue[];
  readonly period: string;
}

/** Numbers from 0 up to 1, the same ones for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Supply {
  readonly name: string;
  readonly unit: Unit;
  readonly axes: readonly string[];
  readonly each: readonly PeriodKind[];
}

/**
 * Scenarios of a contract without end: values around and exactly on the numbers that it writes, far from them, and not
 * reported; of the period in hand and sometimes of earlier ones; as parts of a metric or as the metric itself.
 */
export function* scenariosOf(contract: ContractModel, seed: number): Generator<Scenario, never> {
  const { random, pick, calendar, supplies, keys, number } = drawing(contract, seed);
  const metrics = new Set(contract.metrics.map(({ name }) => name));
  const overTerm = contract.payments.some(({ each }) => each === "term");
  const spans = [...periodsOf("year", calendar), ...(overTerm ? periodsOf("term", calendar) : [])];

  for (;;) {
    const span = pick(spans);
    const direct = random() < 0.5;
    const values: InputValue[] = [];
    for (const { name, axes, each } of supplies) {
      if (random() < 0.03 || (metrics.has(name) && !direct)) continue;
      for (const period of periodsFor(pick(each), span)) {
        for (const of of rowsOf(axes, keys)) {
          if (random() < 0.98) values.push({ name, of, from: period.fullFrom, to: period.fullTo, value: number(name) });
        }
      }
    }
    yield { values, period: span.label };
  }

  function periodsFor(each: PeriodKind, span: Period): Period[] {
    const style = random();
    if (style < 0.1) return [span];
    if (style < 0.3) return periodsOf(each, calendar, calendar.from, span.to);
    return periodsOf(each, calendar, span.from, span.to);
  }
}

/**
 * Numbers for the fast entry: each of the whole of one period of a kind in which something is paid, as pairs and as the
 * values that say the same. Where `long`, above and below the line are so long that no double holds them.
 */
export function* wholePeriods(
  contract: ContractModel,
  seed: number,
): Generator<Scenario & { inputs: Record<string, Given> }, never> {
  const { random, pick, calendar, supplies, keys, number, dates } = drawing(contract, seed);
  const periods = contract.payments.flatMap(({ each }) => periodsOf(each, calendar));
  const metrics = new Set(contract.metrics.map(({ name }) => name));
  for (;;) {
    const period = pick(periods);
    const factor = random() < 0.3 ? 10n ** 20n : 1n;
    const direct = random() < 0.5;
    const values: InputValue[] = [];
    const inputs: Record<string, Given> = {};
    for (const { name, axes } of supplies) {
      if (random() < 0.02 || dates.has(name) || (metrics.has(name) && !direct)) continue;
      const rows: Record<string, Pair | null> = {};
      for (const of of rowsOf(axes, keys)) {
        const value = number(name);
        const exact = value === null ? null : Rational.parse(value);
        rows[Object.values(of)[0] ?? ""] = exact && [exact.top * factor, exact.bottom * factor];
        values.push({ name, of, from: period.fullFrom, to: period.fullTo, value });
      }
      inputs[name] = axes.length === 0 ? rows[""]! : rows;
    }
    yield { values, period: period.label, inputs };
  }
}

/** What both draw from: the contract's inputs, and numbers for them. */
function drawing(contract: ContractModel, seed: number) {
  const random = randomOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const supplies = suppliesOf(contract);
  const landmarks = new Map(supplies.map(({ name, unit }) => [name, landmarksOf(contract, unit)]));
  const keys = (axis: string): string[] =>
    contract.participants.find(({ name }) => name === axis)?.rows.map(({ key }) => key) ?? [axis];

  const dates = new Set(supplies.filter(({ unit }) => unit.kind === "date").map(({ name }) => name));
  const days = periodsOf("month", calendar).flatMap(({ from, to }) => [from, to]);

  const number = (name: string): string | null => {
    const style = random();
    if (style < 0.03) return null;
    if (dates.has(name)) return pick(days);
    const landmark = pick(landmarks.get(name)!);
    if (style < 0.35) return landmark.toText();
    if (style < 0.55)
      return landmark
        .plus(Rational.of(pick([-1n, 1n]), pick([100n, 1000n, 10000n])))
        .size()
        .toText();
    const part = Rational.of(Math.floor(random() * 2000), 1000);
    return style < 0.6 ? landmark.times(part).over(Rational.of(7n)).toText() : landmark.times(part).toFixed(4);
  };

  return { random, pick, calendar, supplies, keys, number, dates };
}

function suppliesOf({ figures, tallies, metrics, nodes }: ContractModel): Supply[] {
  const read = (name: string): ContractNode | undefined =>
    Object.values(nodes).find(
      (node) => (node.kind === "given" && node.input === name) || (node.kind === "metric" && node.metric === name),
    );
  const supply = (name: string, axes: readonly string[], each: readonly PeriodKind[]): Supply[] => {
    const node = read(name);
    return node ? [{ name, unit: node.unit, axes, each }] : [];
  };
  return [
    ...figures.flatMap(({ name, axes, each }) => supply(name, axes, [each])),
    ...tallies.flatMap(({ name, by, each }) =>
      supply(
        name,
        by.map(({ axis }) => axis),
        each,
      ),
    ),
    ...metrics.flatMap(({ name, axes, each }) => supply(name, axes, [each])),
  ];
}

/** The numbers of a unit that a contract writes, and those with its ratios taken off or put on; where tests and edges are. */
function landmarksOf({ nodes }: ContractModel, unit: Unit): Rational[] {
  const written = (wanted: Unit): Rational[] =>
    Object.values(nodes).flatMap((node) => {
      if (!sameUnit(node.unit, wanted) || wanted.kind !== "quantity") return [];
      if (node.kind === "constant") return [Rational.parse(node.value)];
      return node.kind === "dated" ? node.rows.map(({ value }) => Rational.parse(value)) : [];
    });
  const ratios = written({ kind: "quantity", dims: {} }).filter((ratio) => ratio.below(Rational.one));
  const own = written(unit).map((value) => value.size());
  const moved = own
    .slice(0, 12)
    .flatMap((value) =>
      ratios
        .slice(0, 12)
        .flatMap((ratio) => [value.times(Rational.one.less(ratio)), value.times(Rational.one.plus(ratio))]),
    );
  return [...own, ...moved, Rational.zero, Rational.one, Rational.of(100n)];
}

function rowsOf(axes: readonly string[], keys: (axis: string) => string[]): Record<string, string>[] {
  return axes.reduce<Record<string, string>[]>(
    (rows, axis) => rows.flatMap((row) => keys(axis).map((key) => ({ ...row, [axis]: key }))),
    [{}],
  );
}
