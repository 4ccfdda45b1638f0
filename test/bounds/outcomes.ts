import {
  boundingOf,
  type ContractModel,
  type FieldType,
  type InputValue,
  type Interval,
  type Period,
  type PeriodKind,
  periodsOf,
  Rational,
} from "@concordat/model";
import { randomOf } from "../calculators/javascript/scenarios.js";

/** Outcomes that can happen: every figure as its type lets it be, every metric within its range, some not reported. */
export function* outcomesOf(contract: ContractModel, seed: number): Generator<InputValue[], never> {
  const random = randomOf(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const bounding = boundingOf(contract);
  const { calendar } = bounding;
  const written = writtenIn(contract);
  const days = periodsOf("quarter", calendar).flatMap(({ from, to }) => [from, to]);

  const within = ({ low, high }: Interval, whole: boolean): string => {
    const style = random();
    if (low && high && style < 0.4) {
      const at = low.plus(high.less(low).times(Rational.of(Math.floor(random() * 1001), 1000)));
      return whole ? floor(at, low).toText() : at.toText();
    }
    const landmark = pick(written);
    const near = style < 0.8 ? landmark : landmark.plus(Rational.of(pick([-1, 1]), pick([1, 100, 10_000])));
    const held = clamp(whole ? floor(near, low) : near, low, high);
    return held.toText();
  };
  const rows = (axes: readonly string[]): Record<string, string>[] =>
    axes.reduce<Record<string, string>[]>(
      (all, axis) =>
        all.flatMap((row) =>
          (contract.participants.find(({ name }) => name === axis)?.rows ?? []).map(({ key }) => ({
            ...row,
            [axis]: key,
          })),
        ),
      [{}],
    );
  const valuesOf = (
    name: string,
    axes: readonly string[],
    each: readonly PeriodKind[],
    value: (period: Period) => string,
  ): InputValue[] =>
    each
      .flatMap((kind) => periodsOf(kind, calendar))
      .flatMap((period) =>
        rows(axes).map((of) => ({
          name,
          of,
          from: period.fullFrom,
          to: period.fullTo,
          value: random() < 0.04 ? null : value(period),
        })),
      );
  const ofType = (type: FieldType): string => {
    switch (type.type) {
      case "date":
        return pick(days);
      case "truth":
        return pick(["0", "1"]);
      case "money":
        return within({ low: Rational.zero, high: null }, false);
      case "count":
        return within({ low: Rational.zero, high: null }, true);
      case "whole":
      case "number": {
        const [low, high] = [type.from, type.to].map((end) => (end === undefined ? null : Rational.parse(end)));
        return within({ low: low!, high: high! }, type.type === "whole");
      }
      default:
        return within({ low: null, high: null }, false);
    }
  };
  const kinds = [...new Set(contract.payments.map(({ each }) => each))];

  for (;;) {
    const whole = random() < 0.7;
    yield [
      ...contract.figures.flatMap(({ name, axes, each, type }) => valuesOf(name, axes, [each], () => ofType(type))),
      ...contract.metrics
        // Of what a share counts, no more can be counted than of the rows that it is a share of: it is given as a share.
        .filter((metric) => whole || metric.range !== undefined || metric.kind === "share")
        .flatMap((metric) =>
          valuesOf(metric.name, metric.axes, [...new Set([metric.each, ...kinds])], (period) =>
            within(bounding.of(metric.node, { period, of: {} }).numbers ?? { low: null, high: null }, false),
          ),
        ),
      ...contract.tallies.flatMap(({ name, by, each, field, records }) => {
        const type = contract.records
          .find((set) => set.name === records)
          ?.fields.find((one) => one.name === field)?.type;
        const axes = by.map(({ axis }) => axis);
        return valuesOf(name, axes, each, () =>
          ofType(type?.type === "number" || type?.type === "whole" ? type : { type: "money" }),
        );
      }),
    ];
  }
}

function clamp(value: Rational, low: Rational | null, high: Rational | null): Rational {
  const raised = low ? Rational.higher(low, value) : value;
  return high ? Rational.lower(high, raised) : raised;
}

const floor = (value: Rational, low: Rational | null): Rational => {
  const cut = Rational.of(value.top / value.bottom);
  return low && cut.below(low) ? low : cut;
};

/** Numbers that the contract writes: where its rules begin to say something else. */
function writtenIn({ nodes, metrics }: ContractModel): Rational[] {
  const inNodes = Object.values(nodes).flatMap((node) =>
    node.unit.kind !== "quantity"
      ? []
      : node.kind === "constant"
        ? [node.value]
        : node.kind === "dated"
          ? node.rows.map(({ value }) => value)
          : [],
  );
  const ofMetrics = metrics.flatMap(({ baseline, target, range }) => [baseline, target, range?.from, range?.to]);
  return [...inNodes, ...ofMetrics.filter((value) => value !== undefined), "0", "1", "100"].map((text) =>
    Rational.parse(text),
  );
}
