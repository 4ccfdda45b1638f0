import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { Named, RationalText, SourceRange } from "./common.js";
import { Condition } from "./conditions.js";
import { Duration } from "./people.js";

/** What a line of a rate card is paid for: events of a person, or a state that lasts (rule 12). */
export const PaidFor = z.discriminatedUnion("kind", [
  /** The first such row of a person. */
  z.object({ kind: z.literal("first") }),
  /** Each such row. */
  z.object({ kind: z.literal("each") }),
  /** The first time that a state has lasted so long without a break. */
  z.object({ kind: z.literal("when"), lasts: Duration }),
  /** Every such stretch, one after another, of a state that lasts without a break. */
  z.object({ kind: z.literal("every"), lasts: Duration }),
]);
export type PaidFor = z.infer<typeof PaidFor>;

/** A limit that counts since the beginning of its span: the payment's own period, a year, the term. */
const Over = { span: PeriodKind };

export const CardLine = Named.extend({
  /** Money for one, a whole number of pence. */
  price: RationalText,
  paidFor: PaidFor,
  /** The contract's word for it: "started-work". */
  of: z.string(),
  where: Condition.optional(),
  /** At most so many for one person. */
  eachPerson: z.object({ count: z.number().int().positive(), ...Over }).optional(),
  /** At most so much for all persons together; the earliest date is paid first (rule 7). */
  inAll: z.object({ amount: RationalText, ...Over }).optional(),
  /** At most this share of all that are paid on the lines named, this one among them: a ratio above 0 and below 1. */
  share: z.object({ most: RationalText, of: z.string(), lines: z.array(z.string()).min(2), ...Over }).optional(),
  /** Tallies: how many are paid, and what for them. */
  count: z.string(),
  paid: z.string(),
});
export type CardLine = z.infer<typeof CardLine>;

/**
 * `rates for each person in achievements { … }`: prices for what happens to persons, limited person by person. It is
 * worked out where the rows are, in whole pence; the rules see how many were paid on each line, and how much.
 */
export const RateCard = z.object({
  payment: z.string(),
  records: z.string(),
  /** The payment's period. */
  each: PeriodKind,
  lines: z.array(CardLine).min(1),
  /** The most that all lines together pay for one person. */
  person: z.array(z.object({ amount: RationalText, ...Over })),
  source: SourceRange,
});
export type RateCard = z.infer<typeof RateCard>;
