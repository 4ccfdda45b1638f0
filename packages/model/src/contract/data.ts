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
  /** Whoever reports it says that it may still change. */
  provisional: z.literal(true).optional(),
  /** It rests on fewer rows than may be shown to people, whatever it comes to. */
  few: z.literal(true).optional(),
});
export type InputValue = z.infer<typeof InputValue>;

/** Which of the extracts of a source was read. */
export const ReadExtract = z.object({
  /** The source's name in the contract. */
  name: z.string(),
  /** What people call it: "visits-2026-10.csv". */
  file: z.string(),
  /** The day on which it was made. */
  extracted: IsoDateText.optional(),
  /** All of it may still change, or what is of after a day. Absent where nobody says. */
  provisional: z.union([z.boolean(), z.object({ after: IsoDateText })]).optional(),
});
export type ReadExtract = z.infer<typeof ReadExtract>;

/** Everything that the rules are given for a settlement. */
export const OutcomeData = z.object({
  values: z.array(InputValue),
  /** SHA-256 of what was read, hexadecimal. */
  digest: z.string(),
  /** Rows read, used and set aside, by file; the details are in the quarantine report. */
  quality: z.array(
    z.object({ name: z.string(), file: z.string(), read: z.number(), used: z.number(), quarantined: z.number() }),
  ),
  /** Of the sources that say when they were extracted, or whether they are final. */
  extracts: z.array(ReadExtract).optional(),
  /** Counts from 1 to one less than this are not for people to read; the values here are exact all the same. */
  suppressBelow: z.number().int().optional(),
  /** The day whose knowledge this is; absent where it is the latest there is. */
  knownOn: IsoDateText.optional(),
});
export type OutcomeData = z.infer<typeof OutcomeData>;
