import type { Bounding } from "../bounds/bounding.js";
import { boundingOf } from "../bounds/bounding-of.js";
import type { Interval } from "../bounds/interval.js";
import type { ContractModel } from "../contract/contract.js";
import type { InputValue } from "../contract/data.js";
import { type Evaluator, evaluatorOf } from "../evaluate/evaluator.js";
import { edgesOf } from "../explain/edges.js";
import { Rational } from "../numbers/rational.js";
import { type Period, type PeriodKind, periodsOf } from "../time/period.js";
import { show } from "../units/show.js";
import { sameUnit, type Unit } from "../units/unit.js";
import { outcomesIn } from "./bounds.js";

/** A value for each input, the same in every period and for every row. */
export type Outcome = ReadonlyMap<string, string>;

interface Supply {
  readonly name: string;
  readonly unit: Unit;
  readonly axes: readonly string[];
  readonly each: readonly PeriodKind[];
  readonly tries: readonly string[];
}

/** How many outcomes are tried before it is left at that. */
const MOST = 400;

/**
 * Looks for an outcome that breaks a claim, the same from run to run: from the ends of all ranges, one input after the
 * other is put to each value at which something changes, and kept where the claim comes closer to breaking.
 */
export function search(
  contract: ContractModel,
  period: Period,
  /** Above nothing where the claim is broken; undefined where it cannot be told. */
  excess: (evaluator: Evaluator) => Rational | undefined,
): { readonly broken?: Outcome; readonly evaluator?: Evaluator; readonly tried: number } {
  const bounding = boundingOf(contract);
  const supplies = suppliesOf(bounding);
  let tried = 0;
  const look = (outcome: Outcome): { evaluator: Evaluator; over: Rational | undefined } => {
    tried++;
    const evaluator = evaluatorOf(contract, valuesOf(outcome, supplies, bounding));
    return { evaluator, over: excess(evaluator) };
  };
  for (const start of startsOf(supplies)) {
    let best = start;
    let { evaluator, over } = look(best);
    for (let again = true; again && tried < MOST; ) {
      again = false;
      if (over?.above(Rational.zero)) return { broken: best, evaluator, tried };
      const edges = edgesOf(outcomesIn(period, evaluator).flatMap(({ steps }) => steps));
      for (const { name, tries } of supplies) {
        const near = edges.filter(({ input }) => input.name === name).flatMap(({ at }) => beside(at));
        for (const value of [...tries, ...near.filter((text) => allowed(text, name, bounding))]) {
          if (tried >= MOST || best.get(name) === value) continue;
          const next = new Map(best).set(name, value);
          const seen = look(next);
          if (seen.over && (!over || seen.over.above(over))) {
            [best, evaluator, over] = [next, seen.evaluator, seen.over];
            again = true;
          }
        }
      }
    }
    if (over?.above(Rational.zero)) return { broken: best, evaluator, tried };
  }
  return { tried };
}

/** Every input at its least, at its most, and in the middle of what is tried. */
const startsOf = (supplies: readonly Supply[]): Outcome[] =>
  [0, 1, 0.5].map(
    (part) => new Map(supplies.map(({ name, tries }) => [name, tries[Math.floor(part * (tries.length - 1))]!])),
  );

const SMALL = Rational.of(1, 10_000);
const beside = (at: Rational): string[] => [at.less(SMALL), at, at.plus(SMALL)].map((value) => value.toText());

function allowed(text: string, name: string, bounding: Bounding): boolean {
  const { low, high } = intervalOf(name, bounding);
  const value = Rational.parse(text);
  return (low === null || !value.below(low)) && (high === null || !value.above(high));
}

/** What an input can be, in the first period; several of a longer kind are no less. */
function intervalOf(name: string, bounding: Bounding): Interval {
  const { contract } = bounding;
  const node = Object.values(contract.nodes).find(
    (one) => (one.kind === "given" && one.input === name) || (one.kind === "metric" && one.metric === name),
  );
  const metric = contract.metrics.find((one) => one.name === name);
  const figure = contract.figures.find((one) => one.name === name);
  const [period] = periodsOf(metric?.each ?? figure?.each ?? "year", bounding.calendar);
  const found = node && period ? bounding.of(node.id, { period, of: {} }).numbers : undefined;
  // A share of more than all, or an amount below nothing, is left out also where a type would let it through.
  return found ?? { low: Rational.zero, high: null };
}

function suppliesOf(bounding: Bounding): Supply[] {
  const { contract } = bounding;
  const nodes = Object.values(contract.nodes);
  const read = (name: string): Unit | undefined =>
    nodes.find(
      (node) => (node.kind === "given" && node.input === name) || (node.kind === "metric" && node.metric === name),
    )?.unit;
  const kinds = [...new Set(contract.payments.map(({ each }) => each))];
  const all = [
    ...contract.figures.map(({ name, axes, each }) => ({ name, axes, each: [each] })),
    ...contract.metrics.map(({ name, axes, each }) => ({ name, axes, each: [...new Set([each, ...kinds])] })),
    ...contract.tallies
      .filter(({ card }) => card !== undefined)
      .map(({ name, by, each }) => ({ name, axes: by.map(({ axis }) => axis), each })),
  ];
  return all.flatMap(({ name, axes, each }) => {
    const unit = read(name);
    return unit ? [{ name, axes, each, unit, tries: triesOf(name, unit, bounding) }] : [];
  });
}

/** Values at which something may change: the ends, and what the contract writes in the same unit. In order. */
function triesOf(name: string, unit: Unit, bounding: Bounding): string[] {
  const { contract } = bounding;
  if (unit.kind === "truth") return ["0", "1"];
  if (unit.kind === "date") return [contract.term.from];
  const { low, high } = intervalOf(name, bounding);
  const written = Object.values(contract.nodes).flatMap((node) => {
    if (!sameUnit(node.unit, unit)) return [];
    if (node.kind === "constant") return [Rational.parse(node.value)];
    return node.kind === "dated" ? node.rows.slice(0, 1).map(({ value }) => Rational.parse(value)) : [];
  });
  const inside = written.filter(
    (value) => (low === null || !value.below(low)) && (high === null || !value.above(high)),
  );
  const top = inside.reduce(Rational.higher, Rational.one);
  const ends = [
    low ?? Rational.zero,
    high ?? top.times(Rational.of(2)),
    ...(high ? [] : [top.times(Rational.of(100))]),
  ];
  const sorted = [...ends, ...inside.slice(0, 12)].sort((a, b) => a.compare(b));
  return [...new Set(sorted.map((value) => value.toText()))];
}

function valuesOf(outcome: Outcome, supplies: readonly Supply[], { contract, calendar }: Bounding): InputValue[] {
  return supplies.flatMap(({ name, axes, each }) => {
    const rows = axes.reduce<Record<string, string>[]>(
      (all, axis) =>
        all.flatMap((row) =>
          (contract.participants.find((set) => set.name === axis)?.rows ?? []).map(({ key }) => ({
            ...row,
            [axis]: key,
          })),
        ),
      [{}],
    );
    return each
      .flatMap((kind) => periodsOf(kind, calendar))
      .flatMap(({ fullFrom, fullTo }) =>
        rows.map((of) => ({ name, of, from: fullFrom, to: fullTo, value: outcome.get(name)! })),
      );
  });
}

/** "emergency-rate 215.4, actual-cost £0 in every quarter": the figures of a counterexample. */
export function figuresOf(outcome: Outcome, contract: ContractModel): { name: string; value: string }[] {
  return suppliesOf(boundingOf(contract)).map(({ name, unit }) => {
    const text = outcome.get(name)!;
    const value =
      unit.kind === "truth"
        ? text === "1"
          ? "yes"
          : "no"
        : unit.kind === "date"
          ? text
          : show(Rational.parse(text), unit);
    return { name, value };
  });
}
