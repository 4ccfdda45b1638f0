import type { SourceRange } from "../contract/common.js";
import type { Rational } from "../numbers/rational.js";

/** Why something is not reported: which input, and in words what is lacking. */
export interface Lack {
  readonly input: string;
  readonly why: string;
  /** What the contract says happens: `defer` and `decide` wait for someone; undefined where it says nothing. */
  readonly waits?: "defer" | "decide";
  readonly by?: string;
  /** The input is another payment: it is not settled yet, rather than not reported. */
  readonly payment?: true;
  readonly source?: SourceRange;
}

/** What a node is worth in one place. Missing is a value of its own: never zero, never false (rule 11). */
export type Value =
  | { readonly is: "number"; readonly number: Rational }
  | { readonly is: "truth"; readonly truth: boolean }
  | { readonly is: "name"; readonly name: string }
  | { readonly is: "date"; readonly date: string }
  /** A table's "none": there is no such limit or term. */
  | { readonly is: "none" }
  | { readonly is: "missing"; readonly lacks: readonly Lack[] };

export type Missing = Extract<Value, { is: "missing" }>;

export const number = (value: Rational): Value => ({ is: "number", number: value });
export const truthValue = (value: boolean): Value => ({ is: "truth", truth: value });
export const missing = (...lacks: Lack[]): Missing => ({ is: "missing", lacks });

/** The first missing operands' lacks, all of them, each once; undefined where every operand is known. */
export function anyMissing(values: readonly Value[]): Missing | undefined {
  const lacks = values.flatMap((value) => (value.is === "missing" ? value.lacks : []));
  if (lacks.length === 0) return undefined;
  const seen = new Set<string>();
  return missing(...lacks.filter((lack) => !seen.has(lack.input + lack.why) && seen.add(lack.input + lack.why)));
}

/** The number of a value that the contract's units promise to be one. */
export function asNumber(value: Value): Rational {
  if (value.is !== "number") throw new Error(`a ${value.is} where the contract's units promise a number`);
  return value.number;
}
export function asTruth(value: Value): boolean {
  if (value.is !== "truth") throw new Error(`a ${value.is} where the contract's units promise a condition`);
  return value.truth;
}
