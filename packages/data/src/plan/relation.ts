import type { Expression } from "./expression.js";

/** A table that is worked out from tables: what the data plane is asked for. */
export type Relation =
  | { readonly kind: "scan"; readonly table: string }
  | { readonly kind: "filter"; readonly from: Relation; readonly where: Expression }
  | { readonly kind: "project"; readonly from: Relation; readonly columns: readonly Column[] }
  | {
      readonly kind: "aggregate";
      readonly from: Relation;
      readonly group: readonly Column[];
      readonly measures: readonly Measure[];
    }
  /** Rows of both that agree in the column. */
  | { readonly kind: "join"; readonly left: Relation; readonly right: Relation; readonly using: string }
  /** The rows of `from` for which some row of `by` makes `where` true, each once. No name is a column of both. */
  | { readonly kind: "matched"; readonly from: Relation; readonly by: Relation; readonly where: Expression }
  /** The rows of all, which have the same columns in the same order. */
  | { readonly kind: "union"; readonly of: readonly Relation[] }
  /** The rows, each with what has come up to it among the rows of its group, in an order that leaves no two equal. */
  | {
      readonly kind: "running";
      readonly from: Relation;
      readonly group: readonly Expression[];
      readonly by: readonly Expression[];
      readonly columns: readonly Running[];
    }
  /** Every row once for each whole number from 1 to `to`, in a column called `as`. */
  | { readonly kind: "times"; readonly from: Relation; readonly to: number; readonly as: string }
  /** By nothing: in any order, so that no row behind the first ones need be looked at. */
  | { readonly kind: "order"; readonly from: Relation; readonly by: readonly Expression[]; readonly first?: number };

export interface Column {
  readonly name: string;
  readonly of: Expression;
}

/**
 * `place`: 1 for the first row of the group. `before`: what the rows before it add up to, 0 for the first.
 * `up-to`: the same with the row itself. `highest-before`: missing for the first. `after`: how many rows come after it.
 */
export interface Running {
  readonly name: string;
  readonly how: "place" | "before" | "up-to" | "highest-before" | "after";
  /** Nothing for a place, and for what comes after. */
  readonly of?: Expression;
}

/**
 * One number for each group, over the rows where `where` is true. A sum of no rows is missing. `middle-two` adds the two
 * values in the middle, or the one there to itself: half of it is the median, exactly, where engines round one of decimals.
 * `percentile` is the smallest value that so many rows in a hundred do not exceed.
 */
export interface Measure {
  readonly name: string;
  readonly how: "count" | "count-distinct" | "sum" | "lowest" | "highest" | "middle-two" | "percentile";
  /** For a percentile: how many in a hundred. */
  readonly rank?: number;
  readonly of?: Expression;
  readonly where?: Expression;
}

export const scan = (table: string): Relation => ({ kind: "scan", table });
export const filter = (from: Relation, where: Expression): Relation => ({ kind: "filter", from, where });
export const project = (from: Relation, columns: readonly Column[]): Relation => ({ kind: "project", from, columns });
export const aggregate = (from: Relation, group: readonly Column[], measures: readonly Measure[]): Relation => ({
  kind: "aggregate",
  from,
  group,
  measures,
});
export const order = (from: Relation, by: readonly Expression[], first?: number): Relation =>
  first === undefined ? { kind: "order", from, by } : { kind: "order", from, by, first };
export const join = (left: Relation, right: Relation, using: string): Relation => ({
  kind: "join",
  left,
  right,
  using,
});
export const matched = (from: Relation, by: Relation, where: Expression): Relation => ({
  kind: "matched",
  from,
  by,
  where,
});
export const union = (of: readonly Relation[]): Relation => ({ kind: "union", of });
export const running = (
  from: Relation,
  group: readonly Expression[],
  by: readonly Expression[],
  ...columns: readonly Running[]
): Relation => ({ kind: "running", from, group, by, columns });
