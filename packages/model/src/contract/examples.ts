import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { Unit } from "../units/unit.js";
import { IsoDateText, Named, RationalText, SourceRange } from "./common.js";
import { InputText } from "./data.js";

const ExamplePeriod = z.object({ kind: PeriodKind, label: z.string(), from: IsoDateText, to: IsoDateText });

/** A value that an example supplies: of a figure, a metric or a tally, over the example's period. Null: not reported. */
export const ExampleGiven = z.object({
  input: z.string(),
  /** Which participant, by axis. */
  of: z.record(z.string(), z.string()),
  value: InputText.nullable(),
  unit: Unit,
  /** Where an example goes through several periods: which; absent, the first. */
  period: ExamplePeriod.optional(),
  source: SourceRange,
});
export type ExampleGiven = z.infer<typeof ExampleGiven>;

export const ExampleExpectation = z.object({
  /**
   * `earns`: the amount of a payment that its named parties receive; `charges`: that they pay; `receives` and `pays`:
   * a party's; `moves` and `recovers`: what a payment moves, on account and at its settlement; `value`: of a named node;
   * `not-determined`: the payment cannot be settled.
   */
  kind: z.enum(["earns", "charges", "receives", "pays", "moves", "recovers", "value", "not-determined"]),
  /** A payment, a party, a participant's key or a node's name. */
  subject: z.string(),
  /** The participant whose payment or value is meant, by axis. */
  of: z.record(z.string(), z.string()),
  /** For `receives` and `pays`: only from, or under, this payment. */
  payment: z.string().optional(),
  /** For `moves`: only the instalments, or only the settlement. */
  when: z.enum(["on-account", "settlement"]).optional(),
  value: RationalText.optional(),
  unit: Unit.optional(),
  /** Where an example goes through several periods: which; absent, the first. */
  period: ExamplePeriod.optional(),
  source: SourceRange,
});
export type ExampleExpectation = z.infer<typeof ExampleExpectation>;

export const Example = Named.extend({
  /** The period, or the first of several. */
  period: ExamplePeriod,
  given: z.array(ExampleGiven),
  expect: z.array(ExampleExpectation),
  /** Where the figures are published, if they are. */
  published: z.string().optional(),
});
export type Example = z.infer<typeof Example>;
