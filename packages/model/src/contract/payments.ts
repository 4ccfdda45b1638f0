import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { Named, SourceRange } from "./common.js";
import { OnAccount } from "./on-account.js";
import { Share } from "./parties.js";

/** The constructs that may stand as a line of a payment, by the word the line begins with. Each has one home, of this name, in every package. */
export const LineConstruct = z.enum([
  "pays",
  "pool",
  "points",
  "withholds",
  "credit",
  "rates",
  "compares",
  "only-when",
  "times",
  "plus",
  "less",
  "at-most",
  "at-least",
  "rounded",
  "scaled",
  "tiered",
  "banded",
]);
export type LineConstruct = z.infer<typeof LineConstruct>;

/** A line in the order of the text. `node` is the amount so far after it. */
export const PaymentLine = z.object({
  construct: LineConstruct,
  label: z.string().optional(),
  node: z.string(),
  source: SourceRange,
});
export type PaymentLine = z.infer<typeof PaymentLine>;

/** Who shares an amount: parties by fixed shares (a group's, or as listed), or the participant whose row it is. */
export const Sharing = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("parties"), parts: z.array(Share), group: z.string().optional() }),
  z.object({ kind: z.literal("row"), of: z.string() }),
  /** In proportion to a value of each: `paid to alliance by list-size`. The value is read over the payment's period. */
  z.object({
    kind: z.literal("by"),
    /** "party", or the participant set whose rows share. */
    axis: z.string(),
    members: z.array(z.string()),
    group: z.string().optional(),
    weight: z.string(),
  }),
]);
export type Sharing = z.infer<typeof Sharing>;

/** Who may share: parties and participants by name; undefined where it is the row in hand. */
export function membersOf(sharing: Sharing): string[] | undefined {
  if (sharing.kind === "row") return undefined;
  return sharing.kind === "by" ? sharing.members : sharing.parts.map(({ party }) => party);
}

/** `each pays at most 5% of its core, the excess from icb`: applied after division (rule 8), rounded towards zero first (rule 7). */
export const PartyLimit = z.object({
  on: z.enum(["pays", "receives"]),
  /** A node with the axis "party" (or the row's): the most that one party pays or receives. */
  limit: z.string(),
  /** Who bears the excess of a payment, or gets the excess of a receipt; null: it is not paid at all. */
  excess: z.string().nullable(),
  source: SourceRange,
});
export type PartyLimit = z.infer<typeof PartyLimit>;

/**
 * One way that a payment can go. A payment without `compares` has one branch, `always`; otherwise `below` and `above`
 * are alternatives (rule 6) and `compares` is the node whose value is the size of the difference on that side.
 */
export const Branch = z.object({
  when: z.enum(["always", "below", "above"]),
  compares: z.string().optional(),
  lines: z.array(PaymentLine),
  /** The exact amount after every line, a size, not yet rounded to the contract's penny. */
  amount: z.string(),
  /** `to`: those named receive it. `by`: those named pay it. Says which side the text names first. */
  direction: z.enum(["to", "by"]),
  receivers: Sharing,
  payers: Sharing,
  limits: z.array(PartyLimit),
  source: SourceRange,
});
export type Branch = z.infer<typeof Branch>;

export const Payment = Named.extend({
  each: PeriodKind,
  /** The participant set that it is worked out for each of. */
  forEach: z.string().optional(),
  branches: z.array(Branch),
  /** The node of the whole pool before weights, where the payment has one. */
  pool: z.string().optional(),
  /** Worked out on everything since the start of the term, less what was computed for earlier periods. */
  cumulative: z.literal(true).optional(),
  /** The amount may pass below nothing: then what was paid before flows back (rule 9). */
  mayBeRecovered: z.literal(true).optional(),
  /** Instalments before it is worked out, which are set against it. */
  onAccount: OnAccount.optional(),
});
export type Payment = z.infer<typeof Payment>;
