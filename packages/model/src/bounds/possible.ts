import { everything, hull, type Interval } from "./interval.js";

/** All that a node can come to where it is known; a part is absent where it never comes to such a thing. */
export interface Possible {
  readonly numbers?: Interval;
  /** A table's "none". */
  readonly none?: true;
  readonly truths?: readonly boolean[];
  /** Names, each that there is; "any" where they are not listed. */
  readonly names?: readonly string[] | "any";
  readonly dates?: true;
}

/** It is never known. */
export const impossible: Possible = {};
export const numbers = (interval: Interval): Possible => ({ numbers: interval });
export const anything: Possible = numbers(everything);
export const eitherTruth: Possible = { truths: [true, false] };

/** What either can come to. */
export function either(a: Possible, b: Possible): Possible {
  const truths = [...new Set([...(a.truths ?? []), ...(b.truths ?? [])])];
  const names = a.names === "any" || b.names === "any" ? "any" : [...new Set([...(a.names ?? []), ...(b.names ?? [])])];
  return {
    ...(a.numbers && b.numbers
      ? { numbers: hull(a.numbers, b.numbers) }
      : a.numbers || b.numbers
        ? { numbers: (a.numbers ?? b.numbers)! }
        : {}),
    ...(a.none || b.none ? { none: true } : {}),
    ...(truths.length > 0 ? { truths } : {}),
    ...(names.length > 0 ? { names } : {}),
    ...(a.dates || b.dates ? { dates: true } : {}),
  };
}

export const anyOf = (all: readonly Possible[]): Possible => all.reduce(either, impossible);

export const canBe = (truth: boolean, { truths }: Possible): boolean => truths?.includes(truth) ?? false;

/** Where every part is a number, their numbers; undefined where one of them is never known as one. */
export function allNumbers(all: readonly Possible[]): Interval[] | undefined {
  const found = all.flatMap((each) => (each.numbers ? [each.numbers] : []));
  return found.length === all.length ? found : undefined;
}
