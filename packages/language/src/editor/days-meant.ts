import { type Calendar, daysBetween, type Period, parsePeriod, previousDay, showDate } from "@concordat/model";
import type * as ast from "../generated/ast.js";

/** "1 April 2026 to 31 March 2027". */
export const daysOf = ({ from, to }: Pick<Period, "from" | "to">): string =>
  `${showDate(from)} to ${showDate(previousDay(to))}`;

/** The period that a name stands for in a contract; undefined where it has none of it. */
export function periodNamed(name: string | undefined, calendar: Calendar | undefined): Period | undefined {
  const period = name !== undefined && calendar ? parsePeriod(name, calendar) : undefined;
  return period && period.from < period.to ? period : undefined;
}

/** "365 days". */
export const lengthOf = ({ from, to }: Pick<Period, "from" | "to">): string => {
  const days = daysBetween(from, to);
  return days === 1 ? "1 day" : `${days.toLocaleString("en-GB")} days`;
};

const DAYS: Record<string, number> = { day: 1, days: 1, week: 7, weeks: 7 };

/** A stretch of time in days, where it always has as many; months have not. */
export function daysIn({ amount, unit }: ast.Duration): number | undefined {
  const days = DAYS[unit];
  return days !== undefined && /^\d{1,5}$/.test(amount ?? "") ? Number(amount) * days : undefined;
}
