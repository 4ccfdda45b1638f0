import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { Named } from "./common.js";

/**
 * A limit on several payments together, or on one across all its rows: after lines and persons, the contract (rule 7).
 * Only what the named parties receive counts, and only that is cut.
 */
export const ContractLimit = Named.extend({
  /** In the order of the text, or of the contract where it is for all of them. */
  payments: z.array(z.string()).min(1),
  /** The node of the most, read over the span. */
  most: z.string(),
  span: PeriodKind,
  /** How the cut falls (rule 19): each in proportion, or one after the other, ties by key or in the order listed. */
  way: z.enum(["in-proportion", "earliest-first", "as-listed"]),
});
export type ContractLimit = z.infer<typeof ContractLimit>;
