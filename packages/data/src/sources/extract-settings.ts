import { z } from "zod";
import { Day } from "./day.js";
import { StatedTotals } from "./quality-settings.js";

const Provisional = z
  .union([z.boolean(), z.strictObject({ after: Day.describe("The last day of which it is final") })])
  .describe("Whether what it holds may still change: true, false, or true of what is after a day");

/** One extract of a source: what differs from one to the next. */
const Extract = z.strictObject({
  extracted: Day.describe("The day on which it was made"),
  file: z.string().min(1).optional(),
  files: z.array(z.string().min(1)).min(1).optional(),
  glob: z.string().min(1).optional(),
  table: z.string().min(1).optional(),
  query: z.string().min(1).optional(),
  covers: z.strictObject({ from: Day, to: Day }).optional(),
  totals: StatedTotals.optional(),
  provisional: Provisional.optional(),
});
export type Extract = z.infer<typeof Extract>;

/** When a source was extracted, and what of it is final: entries of `data.json`. */
export const extractSettings = {
  extracted: Day.optional().describe("The day on which the extract was made: nothing later can stand in it"),
  provisional: Provisional.optional(),
  extracts: z
    .union([
      z.array(Extract).min(1),
      z.string().regex(/\{date\}/, "does not say where the day stands; write visits-{date}.csv"),
    ])
    .optional()
    .describe("Several extracts of the same, of which the latest counts: a list, or file names as visits-{date}.csv"),
} as const;
