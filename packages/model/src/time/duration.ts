import type { Duration } from "../contract/people.js";
import { addDays, addMonths, type IsoDate } from "./date.js";

/** The day so much later: weeks have seven days; a month later is the same day, or the last of a shorter month (rule 12). */
export function dayAfter(date: IsoDate, { count, unit }: Duration): IsoDate {
  switch (unit) {
    case "day":
      return addDays(date, count);
    case "week":
      return addDays(date, 7 * count);
    case "month":
      return addMonths(date, count);
    case "year":
      return addMonths(date, 12 * count);
  }
}
