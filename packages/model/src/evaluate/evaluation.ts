import type { ContractModel } from "../contract/contract.js";
import type { InputValue } from "../contract/data.js";
import type { Payment } from "../contract/payments.js";
import type { ContractNode } from "../nodes/node.js";
import type { Rational } from "../numbers/rational.js";
import type { Calendar, Period, PeriodKind } from "../time/period.js";
import type { Carried } from "./remainders.js";
import type { Lack, Value } from "./value.js";

/** Which participant or party a value is of, by axis. */
export type Binding = Readonly<Record<string, string>>;

/** Where a node is evaluated: one period, one row. */
export interface Place {
  readonly period: Period;
  readonly of: Binding;
}

/** The explanation of one value: the node, where, what it came to, and the steps that it read. */
export interface Step {
  readonly node: ContractNode;
  readonly place: Place;
  readonly value: Value;
  readonly inputs: readonly Step[];
  /** Which rows of a shape applied (tiers, points of a line, slices), by index; `-1` is `otherwise`. */
  readonly reached?: readonly number[];
  /** Where a given value was read. */
  readonly origin?: string;
  /** The given value may still change. */
  readonly provisional?: true;
  /** The given value rests on fewer rows than may be shown. */
  readonly few?: true;
  /** The value before a written rounding. */
  readonly before?: Rational;
  /** A policy for missing data was applied, because of these. */
  readonly remedied?: readonly Lack[];
  /** Part of the value waits for these until reconciliation: it is provisional. */
  readonly deferred?: readonly Lack[];
}

/** What a node's rule returns; the evaluator adds the node and the place. */
export type Evaluated = Omit<Step, "node" | "place">;

/** What another rule may read of a payment. */
export interface PaymentReading {
  /** The exact amount before rounding, or what is missing. */
  readonly earned: Value;
  /** After rounding. */
  readonly amount: Value;
  readonly pool: Value;
  /** What one party receives less what it pays, as a size. */
  party(name: string): Value;
  readonly steps: readonly Step[];
}

/** What the rules of nodes may ask for. It is all they know: no files, no clock, no text. */
export interface Evaluation {
  readonly contract: ContractModel;
  readonly calendar: Calendar;
  step(id: string, place: Place): Step;
  input(name: string, place: Place): InputValue | undefined;
  payment(name: string, place: Place): PaymentReading;
  /** The remainders that the payment's own period before carries to this one; undefined where it carries none (rule 8). */
  carried(payment: Payment, place: Place): Carried | undefined;
  /** Periods of a kind inside a period, in order. */
  within(kind: PeriodKind, period: Period): readonly Period[];
}
