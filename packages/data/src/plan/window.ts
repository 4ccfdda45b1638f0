import type { Duration } from "@concordat/model";
import type { Expression } from "./expression.js";

/** The date so much later: weeks have seven days; a month later is the same day, or the last of a shorter month (rule 12). */
export function later(of: Expression, { count, unit }: Duration, times?: Expression): Expression {
  const more = times === undefined ? {} : { times };
  switch (unit) {
    case "day":
      return { op: "later", of, days: count, ...more };
    case "week":
      return { op: "later", of, days: 7 * count, ...more };
    case "month":
      return { op: "later", of, months: count, ...more };
    case "year":
      return { op: "later", of, months: 12 * count, ...more };
  }
}
