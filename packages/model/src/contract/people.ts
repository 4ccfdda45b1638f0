import { z } from "zod";
import { IsoDateText } from "./common.js";
import { Condition } from "./conditions.js";

/** A length of time as the contract writes it. Weeks are of seven days; months and years are the calendar's (rule 12). */
export const Duration = z.object({
  count: z.number().int().positive(),
  unit: z.enum(["day", "week", "month", "year"]),
});
export type Duration = z.infer<typeof Duration>;

/**
 * Persons who entered in a stretch of days, each followed for so long from the day of entry. `records` holds one row for
 * each entry; of a person's entries the first counts, and it is the one that says which intake the person is of.
 */
export const Cohort = z.object({
  records: z.string(),
  entering: z.string(),
  where: Condition.optional(),
  followed: Duration,
  /** First and last day of each intake, both inside, by its key. */
  intakes: z.array(z.object({ key: z.string(), from: IsoDateText, to: IsoDateText })).min(1),
});
export type Cohort = z.infer<typeof Cohort>;

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
