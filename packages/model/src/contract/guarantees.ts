import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { Named, RationalText } from "./common.js";

/** A bound on an amount of money: a node that says it, or what the same party pays or receives itself. */
const Bound = z.object({
  comparison: z.enum(["at-most", "at-least"]),
  value: z.union([z.object({ node: z.string() }), z.object({ same: z.enum(["pays", "receives"]) })]),
});

/** What must hold for every outcome that can happen, as data. */
export const Claim = z.discriminatedUnion("kind", [
  /** `total paid each year at most £60,000,000`: all that commissioners pay, less what they are paid. */
  Bound.extend({ kind: z.literal("total"), each: PeriodKind }),
  /** `for each provider, what it pays under gain-loss each year at most 3% of its core`. */
  Bound.extend({
    kind: z.literal("party"),
    /** As the contract says it: a role, a group or a set of participants. */
    who: z.string(),
    /** "party", or the participant set. */
    axis: z.string(),
    members: z.array(z.string()),
    side: z.enum(["pays", "receives"]),
    payment: z.string().optional(),
    each: PeriodKind,
  }),
  /** `outcomes does not fall when emergency-rate improves`. `direction` is which way the metric's number moves. */
  z.object({
    kind: z.literal("direction"),
    payment: z.string(),
    never: z.enum(["falls", "rises"]),
    metric: z.string(),
    when: z.enum(["improves", "worsens", "rises", "falls"]),
    direction: z.enum(["up", "down"]),
  }),
  /** `no change of emergency-rate by less than 0.1 moves outcomes by more than £50,000`. */
  z.object({
    kind: z.literal("cliff"),
    metric: z.string(),
    change: RationalText,
    payment: z.string(),
    most: RationalText,
  }),
  /** `outcomes keeps within its pool`. */
  z.object({ kind: z.literal("pool"), payment: z.string() }),
]);
export type Claim = z.infer<typeof Claim>;

/** `always affordable "…" : total paid each year at most £60,000,000`. */
export const Guarantee = Named.extend({ claim: Claim });
export type Guarantee = z.infer<typeof Guarantee>;
