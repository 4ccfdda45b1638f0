import type { PeriodKind, Unit } from "@concordat/model";
import type * as ast from "../generated/ast.js";

/** How a value belongs to its period: a flow adds over time, a level is a state at a moment, the rest is neither. */
export type InTime = "flow" | "level" | "rate" | "timeless";

/** A lowered value: its node, and what the next rule must know of it. */
export interface Typed {
  readonly id: string;
  readonly unit: Unit;
  readonly grain: PeriodKind | null;
  readonly axes: readonly string[];
  readonly time: InTime;
  /** Written as a bare number: beside a counted thing it is of that thing. */
  readonly bare?: boolean;
}

/** Where an expression stands: what it may read and how. */
export interface Site {
  /** The kind of period that the reader works in; null where it has none (a price, a share). */
  readonly grain: PeriodKind | null;
  /** Axes that are bound: a participant set in a `for each`, "party" in a limit for each party. */
  readonly axes: readonly string[];
  /** Whose nodes these are: the beginning of their ids. */
  readonly owner: string;
  /** `it`: the amount so far. */
  readonly it?: Typed;
  /** What a bare number is a number of. */
  readonly unit?: Unit;
  /** `its pool`: the payment named before. */
  readonly payment?: ast.Payment;
  /** `the pool`: the whole pool of the payment in hand. */
  readonly wholePool?: Typed;
  /** The policy of the weight in which the value stands: it goes before the value's own. */
  readonly policy?: ast.MissingPolicy;
  /** Inside a `not`: what is treated as met is the whole condition, not the part that is denied. */
  readonly denied?: ast.MissingPolicy[];
  /** The payment is cumulative: what it reads is taken over everything since the start of the term. */
  readonly cumulative?: string;
  /** `as at joined`: the day whose terms count, where that is not the first day of the period. */
  readonly asAt?: Typed & { readonly words: string };
  /** The amount of the payment may pass below nothing. */
  readonly recoverable?: boolean;
  /** Policies "treat as met" and "treat as missed" that the score or test around the value must carry out. */
  readonly scored?: ast.MissingPolicy[];
}
