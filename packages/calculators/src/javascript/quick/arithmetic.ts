/** In which numbers straight code calculates. Both are exact; the faster one gives up where a number would grow too long. */
export interface Arithmetic {
  readonly kind: "numbers" | "bigints";
  literal(value: bigint): string;
  /** Turns a value given as a bigint into this arithmetic. */
  from(code: string): string;
  /** A statement that leaves the function where a variable is too long to be exact; none where none ever is. */
  guard(variable: string): string | undefined;
}

/** A rule or a number that straight code cannot say: the payment is settled by the general functions. */
export class NotQuick extends Error {}

const EXACT = 2n ** 53n;

/**
 * Whole numbers held in doubles. A double is exact below 2⁵³, and the rounded result of a sum or a product of exact ones
 * is below 2⁵³ only where the true result is: so each result is looked at, and none above that is used.
 */
export const numbers: Arithmetic = {
  kind: "numbers",
  literal(value) {
    if (value >= EXACT || value <= -EXACT) throw new NotQuick(`${value} is no exact double`);
    return `${value}`;
  },
  from: (code) => `Number(${code})`,
  guard: (variable) => `if (${variable} >= EXACT || ${variable} <= -EXACT) return undefined;`,
};

export const bigints: Arithmetic = {
  kind: "bigints",
  literal: (value) => `${value}n`,
  from: (code) => code,
  guard: () => undefined,
};
