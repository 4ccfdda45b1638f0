import type { Rational } from "@concordat/model";

/**
 * What straight code knows of a value while it is being written. A number is a whole number over a denominator that is
 * known in form: a constant times variables. So common denominators are found while writing, and nothing is reduced
 * while calculating.
 */
export type QuickValue =
  | QuickNumber
  | { readonly is: "truth"; readonly code: string; readonly known?: boolean }
  | { readonly is: "text"; readonly code: string }
  | { readonly is: "none" };

export interface QuickNumber {
  readonly is: "number";
  /** A literal or a variable: the whole number above the line. */
  readonly n: string;
  readonly d: Denominator;
  /** The value, where it is the same in every period and for all data. */
  readonly known?: Rational;
}

/** `constant` times each of `variables`, one of which may stand several times. All are above zero. */
export interface Denominator {
  readonly constant: bigint;
  readonly variables: readonly string[];
}

export const whole: Denominator = { constant: 1n, variables: [] };

export const productOf = (a: Denominator, b: Denominator): Denominator => ({
  constant: a.constant * b.constant,
  variables: [...a.variables, ...b.variables].sort(),
});

/** The smallest that both divide. */
export function commonOf(a: Denominator, b: Denominator): Denominator {
  const more = without(b.variables, a.variables);
  return {
    constant: leastCommon(a.constant, b.constant),
    variables: [...a.variables, ...more].sort(),
  };
}

/** `a / b`, where b divides a. */
export const quotientOf = (a: Denominator, b: Denominator): Denominator => ({
  constant: a.constant / b.constant,
  variables: without(a.variables, b.variables),
});

/** `[a, b]` without what both have. */
export function cancelled(a: Denominator, b: Denominator): [Denominator, Denominator] {
  const shared = greatestCommon(a.constant, b.constant);
  return [
    { constant: a.constant / shared, variables: without(a.variables, b.variables) },
    { constant: b.constant / shared, variables: without(b.variables, a.variables) },
  ];
}

function without(from: readonly string[], taken: readonly string[]): string[] {
  const left = [...from];
  for (const name of taken) {
    const at = left.indexOf(name);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

export const leastCommon = (a: bigint, b: bigint): bigint => (a / greatestCommon(a, b)) * b;

export function greatestCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
