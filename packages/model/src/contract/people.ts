import { z } from "zod";
import { Condition } from "./conditions.js";

/** A length of time as the contract writes it. Weeks are of seven days; months and years are the calendar's (rule 12). */
export const Duration = z.object({
  count: z.number().int().positive(),
  unit: z.enum(["day", "week", "month", "year"]),
});
export type Duration = z.infer<typeof Duration>;

/**
 * What must happen to the same person after a row, and by when: another row of `records`, dated by `datedBy`, from the day
 * in `from` to the end of the window, both inside. A row whose window the data cannot see to its end is not yet known: it
 * counts neither above nor below the line (rule 12).
 */
export const FollowUp = z.object({
  from: z.string(),
  within: Duration,
  records: z.string(),
  datedBy: z.string(),
  where: Condition.optional(),
});
export type FollowUp = z.infer<typeof FollowUp>;
