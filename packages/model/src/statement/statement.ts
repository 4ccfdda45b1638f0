import { z } from "zod";
import { IsoDateText, SourceRange } from "../contract/common.js";
import { ReadExtract } from "../contract/data.js";
import { LineConstruct } from "../contract/payments.js";

export const STATEMENT_VERSION = "concordat.statement/1";

/** Money in the contract's currency with its decimals, not grouped: "1234.56". */
export const AmountText = z.string().regex(/^-?\d+(\.\d+)?$/);

/** One step of an explanation, with the steps that it read. */
export interface StatementStep {
  /** The id of the node in the contract. */
  node: string;
  kind: string;
  label?: string;
  name?: string;
  title?: string;
  /** The line of the payment that this step is the end of. */
  rule?: LineConstruct;
  sentence: string;
  /** An exact fraction "n/d" or whole number, "true" or "false", a name or a date; null where missing or none. */
  exact: string | null;
  /** As people write it, rounded for the eye only. */
  shown: string;
  /** Why it is missing. */
  why?: string;
  /** Which rows of a shape applied, by index; -1 is `otherwise`. */
  reached?: number[];
  period: string;
  of?: Record<string, string>;
  source: SourceRange;
  /** Where in the data it was read. */
  origin?: string;
  /** It is a count that is too small to be shown, or rests on one. */
  small?: true;
  inputs: StatementStep[];
}
export const StatementStep: z.ZodType<StatementStep> = z.lazy(() =>
  z.object({
    node: z.string(),
    kind: z.string(),
    label: z.string().optional(),
    name: z.string().optional(),
    title: z.string().optional(),
    rule: LineConstruct.optional(),
    sentence: z.string(),
    exact: z.string().nullable(),
    shown: z.string(),
    why: z.string().optional(),
    reached: z.array(z.number().int()).optional(),
    period: z.string(),
    of: z.record(z.string(), z.string()).optional(),
    source: SourceRange,
    origin: z.string().optional(),
    small: z.literal(true).optional(),
    inputs: z.array(StatementStep),
  }),
);

const PartyTotal = z.object({ party: z.string(), amount: AmountText });

const Flows = z.array(z.object({ from: z.string(), to: z.string(), amount: AmountText }));

/**
 * An instalment that is paid before the payment is worked out, and the settlement that sets all of them against what was
 * earned. `earned` and `paid` are towards those who receive instalments; `flows` is how the whole of what was earned
 * divides, and the entry's own flows are what is left to move. `earned` is null where it is not known.
 */
const StatementOnAccount = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("instalment"), of: z.string(), sentence: z.string() }),
  z.object({
    kind: z.literal("settlement"),
    earned: AmountText.nullable(),
    paid: AmountText,
    flows: Flows,
    sentence: z.string(),
  }),
]);

/** How far an input is from the next value at which the payment changes, and what the change is worth. */
export const NextChange = z.object({
  input: z.string(),
  title: z.string().optional(),
  now: z.string(),
  at: z.string(),
  by: z.string(),
  amountThere: AmountText,
  /** The size of the difference. */
  worth: AmountText,
  direction: z.enum(["more", "less"]),
  sentence: z.string(),
});
export type NextChange = z.infer<typeof NextChange>;

export const StatementPayment = z.object({
  payment: z.string(),
  title: z.string().optional(),
  /** The key of the row, where the payment is worked out for each of a participant set. */
  for: z.string().optional(),
  /** The title of a row that is no party: an intake, a place. Parties have theirs in the totals. */
  forTitle: z.string().optional(),
  /** What moves, as a size: null where undetermined, for missing is never zero. */
  amount: AmountText.nullable(),
  status: z.enum(["determined", "provisional", "undetermined"]),
  reason: z.string().nullable(),
  /** What was read for it that may still change, by name. */
  provisionalData: z.array(z.string()).optional(),
  /** It rests on a count that is too small to be shown. */
  small: z.literal(true).optional(),
  /** A decision in the place of what was computed, which stands beside it; `computed` is null where it was undetermined. */
  determination: z
    .object({
      name: z.string(),
      title: z.string().optional(),
      computed: AmountText.nullable(),
      decided: IsoDateText,
      by: z.string(),
      because: z.string(),
      sentence: z.string(),
    })
    .optional(),
  branch: z.enum(["always", "below", "above"]).nullable(),
  /** What was paid before flows back; absent otherwise. */
  recovered: z.literal(true).optional(),
  /** Absent for a payment of which nothing is paid on account. */
  onAccount: StatementOnAccount.optional(),
  /** The one final rounding: exact before, whole pence after, before limits on parties. Null where there is no amount. */
  rounding: z.object({ exact: z.string(), rounded: AmountText }).nullable(),
  receives: z.array(PartyTotal),
  pays: z.array(PartyTotal),
  /** Payer by payee, none zero; they add up to the amount. */
  flows: Flows,
  limits: z.array(
    z.object({
      party: z.string(),
      on: z.enum(["pays", "receives"]),
      limit: AmountText.nullable(),
      excess: AmountText,
      goesTo: z.string().nullable(),
      sentence: z.string(),
    }),
  ),
  /** Limits of the contract on several payments together that were looked at: what there was before, what was left. */
  contractLimits: z
    .array(
      z.object({
        limit: z.string(),
        title: z.string().optional(),
        most: AmountText,
        before: AmountText,
        after: AmountText,
        sentence: z.string(),
      }),
    )
    .optional(),
  /** How it was divided, where that follows a value of each party and not fixed shares. */
  divided: z
    .array(z.object({ party: z.string(), on: z.enum(["pays", "receives"]), amount: AmountText, sentence: z.string() }))
    .optional(),
  steps: z.array(StatementStep),
  next: z.array(NextChange),
});
export type StatementPayment = z.infer<typeof StatementPayment>;

/** What a balance stands at as the period ends, and how it came to that. */
export const StatementCarried = z.object({
  balance: z.string(),
  title: z.string().optional(),
  /** The key of the row, where it is kept for each of a participant set. */
  for: z.string().optional(),
  /** Null where it cannot be told yet. */
  amount: AmountText.nullable(),
  small: z.literal(true).optional(),
  sentence: z.string(),
});
export type StatementCarried = z.infer<typeof StatementCarried>;

export const StatementPeriod = z.object({
  period: z.string(),
  from: IsoDateText,
  /** The last day, inside. */
  to: IsoDateText,
  payments: z.array(StatementPayment),
  /** What is carried forward into the next period; absent where the contract keeps no balance. */
  carried: z.array(StatementCarried).optional(),
});
export type StatementPeriod = z.infer<typeof StatementPeriod>;

/** One payment of a closed period that later data gives another result. Its flows are what is still to move. */
export const RestatedEntry = z.object({
  /** The closed period. */
  period: z.string(),
  from: IsoDateText,
  to: IsoDateText,
  payment: z.string(),
  title: z.string().optional(),
  for: z.string().optional(),
  forTitle: z.string().optional(),
  /** What it was stated to be last, and what it is now; null where undetermined. */
  was: AmountText.nullable(),
  now: AmountText.nullable(),
  /** Whether what it is now flows back. */
  recovered: z.boolean(),
  flows: Flows,
  sentence: z.string(),
  small: z.literal(true).optional(),
});
export type RestatedEntry = z.infer<typeof RestatedEntry>;

/** The one adjustment for closed periods (rule 14), posted in the last period of the statement. */
const Restated = z.object({
  /** The label of that period; null where every period is closed. */
  in: z.string().nullable(),
  entries: z.array(RestatedEntry),
  /** All entries together, payer by payee. */
  flows: Flows,
  receives: z.array(PartyTotal),
  pays: z.array(PartyTotal),
});

/** What is paid, by whom, to whom and why, for the periods settled. The same contract and data give the same bytes. */
export const Statement = z.object({
  schema: z.literal(STATEMENT_VERSION),
  contract: z.string(),
  title: z.string().optional(),
  reference: z.string().optional(),
  currency: z.string(),
  periods: z.array(StatementPeriod),
  /** Absent where no closed statement was given. */
  restated: Restated.optional(),
  /** Over every determined and provisional payment; parties in the contract's order, then rows. */
  totals: z.array(
    z.object({ party: z.string(), title: z.string().optional(), receives: AmountText, pays: AmountText }),
  ),
  quality: z.array(
    z.object({ name: z.string(), file: z.string(), read: z.number(), used: z.number(), quarantined: z.number() }),
  ),
  /** Which extract of each source that has a day it was made from. */
  extracts: z.array(ReadExtract).optional(),
  /**
   * Counts from 1 to one less than `below` are not for people to read, nor rows of these tables. The statement itself holds
   * every number as it is, for it settles money: what is made from it for reading leaves them out.
   */
  suppress: z.object({ below: z.number().int(), records: z.array(z.string()) }).optional(),
  /** The day whose knowledge it was worked out from; absent where it is the latest there is. */
  knownOn: IsoDateText.optional(),
  notes: z.array(z.string()),
  /** Digests of what it was worked out from; null where the caller gave none. */
  receipt: z.object({ contract: z.string().nullable(), data: z.string(), software: z.string().nullable() }),
});
export type Statement = z.infer<typeof Statement>;
