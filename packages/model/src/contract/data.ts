import { z } from "zod";
import { IsoDateText, RationalText } from "./common.js";

/** An exact number, 1 or 0 for yes and no, or a date. */
export const InputText = z.union([RationalText, IsoDateText]);

/**
 * One value from outcome data, or from an example. `name` is that of a figure, a tally or a metric; `of` the
 * participant, by axis; the period is half-open and whole (the full period, where the term cuts it).
 */
export const InputValue = z.object({
  name: z.string(),
  of: z.record(z.string(), z.string()),
  from: IsoDateText,
  to: IsoDateText,
  /** Null: known to be missing, and why. */
  value: InputText.nullable(),
  why: z.string().optional(),
  /** Where it was read: "results.csv, row 12". */
  origin: z.string().optional(),
});
export type InputValue = z.infer<typeof InputValue>;

/** Everything that the rules are given for a settlement. */
export const OutcomeData = z.object({
  values: z.array(InputValue),
  /** SHA-256 of what was read, hexadecimal. */
  digest: z.string(),
  /** Rows read, used and set aside, by file; the details are in the quarantine report. */
  quality: z.array(
    z.object({ name: z.string(), file: z.string(), read: z.number(), used: z.number(), quarantined: z.number() }),
  ),
});
export type OutcomeData = z.infer<typeof OutcomeData>;
