/** Calendar dates as ISO text (`2026-04-01`): comparable as text, no clock, no time zone. */

export type IsoDate = string;

const DAY = 86_400_000;
/** In the order of the year; the first is January. */
export const MONTHS: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const toDays = (date: IsoDate): number => {
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(year!, month! - 1, day!) / DAY;
};
const fromDays = (days: number): IsoDate => new Date(days * DAY).toISOString().slice(0, 10);

/** True for a date that the calendar has: 2027-02-29 is none. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [, month, day] = text.split("-").map(Number);
  return month! >= 1 && month! <= 12 && day! >= 1 && fromDays(toDays(text)) === text;
}

/** Whole days from `from` up to but not including `to`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => toDays(to) - toDays(from);
export const addDays = (date: IsoDate, days: number): IsoDate => fromDays(toDays(date) + days);
export const nextDay = (date: IsoDate): IsoDate => addDays(date, 1);
export const previousDay = (date: IsoDate): IsoDate => addDays(date, -1);
export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));
export const dayOf = (date: IsoDate): number => Number(date.slice(8, 10));

/** Calendar months later, the last day of the month where there is no such day (rule 12). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isoDate(year, month, Math.min(dayOf(date), last));
}

export const isoDate = (year: number, month: number, day: number): IsoDate =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

export const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
export const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** "1 April 2026". */
export const showDate = (date: IsoDate): string => `${dayOf(date)} ${MONTHS[monthOf(date) - 1]} ${yearOf(date)}`;
export const monthName = (date: IsoDate): string => MONTHS[monthOf(date) - 1]!;
export const monthNumber = (name: string): number =>
  MONTHS.findIndex((m) => m.toLowerCase() === name.toLowerCase()) + 1;

/** A date as people write it, "1 October 2027" or 2027-10-01; undefined where it is none that the calendar has. */
export function parseDate(text: string): IsoDate | undefined {
  const [, day, month, year] = /^\s*(\d{1,2})\s+([A-Za-z]+)\s+(\d{4})\s*$/.exec(text) ?? [];
  const index = MONTHS.indexOf(month as (typeof MONTHS)[number]);
  const date = day === undefined || index < 0 ? text.trim() : isoDate(Number(year), index + 1, Number(day));
  return isDate(date) ? date : undefined;
}
