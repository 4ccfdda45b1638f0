import { addDays, Rational } from "@concordat/model";
import type { Axis } from "./contract.js";

/** A visit as its author means it; an empty cell is undefined. */
export interface Visit {
  readonly person: string;
  readonly day: string;
  readonly seen: string | undefined;
  readonly ward: string;
  readonly practice: string;
  readonly band: string;
  /** In pence. */
  readonly cost: number | undefined;
  readonly urgent: boolean;
}

export interface Asked {
  /** All there are: what followed may lie in another place or period. */
  readonly all: readonly Visit[];
  /** Those of the period and the place. */
  readonly rows: readonly Visit[];
  readonly listed: number;
  /** How many are listed in each band. */
  readonly bands: Readonly<Record<string, number>>;
  readonly covers: { readonly from: string; readonly to: string };
  readonly knownTo: string;
}

/** Undefined: not reported. */
type Measured = Rational | undefined;

export const isOf = (visit: Visit, axis: Axis, key: string): boolean => {
  if (axis === "") return true;
  if (axis === "neighbourhood") return (visit.ward === "w3" ? "south" : "north") === key;
  return visit[axis] === key;
};

const over = (top: Measured, bottom: Measured): Measured =>
  top === undefined || bottom === undefined || bottom.isZero ? undefined : top.over(bottom);
const many = (things: readonly unknown[]): Rational => Rational.of(things.length);
const pounds = (pence: number): Rational => Rational.of(pence, 100);
const daysBetween = (from: string, to: string): number => {
  let days = 0;
  for (let day = from; day < to; day = addDays(day, 1)) days += 1;
  return days;
};

const costs = (rows: readonly Visit[]): number[] => {
  const found: number[] = [];
  for (const { cost } of rows) if (cost !== undefined) found.push(cost);
  return found.sort((a, b) => a - b);
};
const sumOf = (rows: readonly Visit[]): Measured => {
  const found = costs(rows);
  if (found.length === 0) return rows.length === 0 ? Rational.zero : undefined;
  return pounds(found.reduce((a, b) => a + b));
};
const middle = (sorted: readonly number[]): Measured => {
  const size = sorted.length;
  if (size === 0) return undefined;
  return Rational.of(sorted[Math.ceil(size / 2) - 1]! + sorted[Math.floor(size / 2)]!, 2);
};
const urgentOf = (rows: readonly Visit[]): Visit[] => rows.filter(({ urgent }) => urgent);
const shareOf = (rows: readonly Visit[], band: string): Measured => {
  const own = rows.filter((row) => row.band === band);
  return over(many(urgentOf(own)), many(own));
};
const people = (rows: readonly Visit[]): Rational => many([...new Set(rows.map(({ person }) => person))]);
/** Of rows that are seen by the day to which the data is known, and not before they began. */
const waits = (rows: readonly Visit[], knownTo: string): number[] => {
  const found: number[] = [];
  for (const { day, seen } of rows)
    if (seen !== undefined && seen >= day && seen <= knownTo) found.push(daysBetween(day, seen));
  return found.sort((a, b) => a - b);
};
const added = (numbers: readonly number[]): Rational => Rational.of(numbers.reduce((a, b) => a + b, 0));

/** Goes through the rows one by one, for every kind of metric that the contract has. */
export const NAIVE: Record<string, (asked: Asked) => Measured> = {
  rows: ({ rows }) => many(urgentOf(rows)),
  people: ({ rows }) => people(rows),
  spent: ({ rows }) => sumOf(rows),
  mean: ({ rows }) => over(sumOf(rows), many(costs(rows))),
  median: ({ rows }) => over(middle(costs(rows)), Rational.of(100)),
  ninety: ({ rows }) => {
    const sorted = costs(rows.filter(({ urgent }) => !urgent));
    const found = sorted.find((_, at) => (at + 1) * 100 >= 90 * sorted.length);
    return found === undefined ? undefined : pounds(found);
  },
  least: ({ rows }) => (costs(rows).length === 0 ? undefined : pounds(costs(rows)[0]!)),
  most: ({ rows }) => (costs(rows).length === 0 ? undefined : pounds(costs(rows).at(-1)!)),
  share: ({ rows }) => shareOf(rows, "young"),
  other: ({ rows }) => shareOf(rows, "old"),
  rate: ({ rows, listed }) => over(many(rows).times(Rational.of(1000)), Rational.of(listed)),
  "people-rate": ({ rows, listed }) => over(people(urgentOf(rows)).times(Rational.of(100)), Rational.of(listed)),
  followed: ({ rows, all, covers }) => {
    const closed = rows.filter(({ day }) => day >= covers.from && addDays(day, 10) <= covers.to);
    const again = closed.filter((one) =>
      all.some(
        (next) =>
          next !== one &&
          next.person === one.person &&
          next.urgent &&
          next.day >= one.day &&
          next.day <= addDays(one.day, 10),
      ),
    );
    return over(many(again), many(closed));
  },
  waited: ({ rows, knownTo }) => over(added(waits(rows, knownTo)), many(waits(rows, knownTo))),
  "middle-wait": ({ rows, knownTo }) => middle(waits(urgentOf(rows), knownTo)),
  days: ({ rows, knownTo }) => added(waits(rows, knownTo)),
  "in-time": ({ rows, knownTo }) => {
    const judged = rows.filter(({ day, seen }) => addDays(day, 7) <= knownTo && (seen === undefined || seen >= day));
    return over(many(judged.filter(({ day, seen }) => seen !== undefined && seen <= addDays(day, 7))), many(judged));
  },
  gap: ({ rows }) => {
    const [young, old] = [shareOf(rows, "young"), shareOf(rows, "old")];
    return young === undefined ? undefined : old?.less(young);
  },
  part: ({ rows }) => {
    const [young, old] = [shareOf(rows, "young"), shareOf(rows, "old")];
    return young && old && over(young.less(old), old);
  },
};

/** Each band's rate, weighted as 70 and 30. */
export function naiveStandardised({ rows, bands }: Asked): Measured {
  let sum: Measured = Rational.zero;
  for (const [band, weight] of Object.entries({ young: 70, old: 30 })) {
    const own = urgentOf(rows).filter((row) => row.band === band);
    const rate = over(many(own).times(Rational.of(1000)), Rational.of(bands[band]!));
    sum = rate && sum ? sum.plus(rate.times(Rational.of(weight))) : undefined;
  }
  return over(sum, Rational.of(100));
}

/** z² with whole numbers alone: (x₁n₂ − x₂n₁)²·N ÷ (n₁·n₂·X·(N − X)), against c² in thousandths. */
export function naiveSignificant({ rows }: Asked, thousandths: bigint, oneSided: boolean): boolean | undefined {
  const [young, old] = ["young", "old"].map((band) => rows.filter((row) => row.band === band)) as [Visit[], Visit[]];
  const [n1, n2] = [BigInt(young.length), BigInt(old.length)];
  const [x1, x2] = [BigInt(urgentOf(young).length), BigInt(urgentOf(old).length)];
  if (n1 === 0n || n2 === 0n) return undefined;
  const [all, above] = [n1 + n2, x1 + x2];
  const cross = x1 * n2 - x2 * n1;
  const bottom = n1 * n2 * above * (all - above);
  if (bottom === 0n) return false;
  const reached = cross * cross * all * 1_000_000n >= thousandths * thousandths * bottom;
  return reached && (!oneSided || cross < 0n);
}
