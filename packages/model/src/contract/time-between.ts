import { z } from "zod";
import { Duration } from "./people.js";

/**
 * Whole days from one date of a row to another of the same row: the same day is 0. A row without the first date, or whose
 * second lies before the first, is left out. One whose second date has not come by the day to which the data is known is
 * not yet known (rule 12).
 */
export const TimeBetween = z.object({
  from: z.string(),
  to: z.string(),
  /**
   * Only rows whose second date, if it came, came by the end of this window: with `must`, those where it did; without,
   * all whose window the data sees to its end.
   */
  within: z.object({ time: Duration, must: z.boolean() }).optional(),
});
export type TimeBetween = z.infer<typeof TimeBetween>;
