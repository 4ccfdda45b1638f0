import { z } from "zod";
import {
  addMonths,
  daysBetween,
  earlier,
  type IsoDate,
  isoDate,
  later,
  monthName,
  monthNumber,
  nextDay,
  previousDay,
  showDate,
  yearOf,
} from "./date.js";

/** How long a period is. A grain of null is timeless: the same in every period. */
export const PeriodKind = z.enum(["month", "quarter", "half-year", "year", "term"]);
export type PeriodKind = z.infer<typeof PeriodKind>;

const MONTHS_IN: Record<Exclude<PeriodKind, "term">, number> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const ORDER: readonly PeriodKind[] = ["month", "quarter", "half-year", "year", "term"];

/** Negative where `a` is the shorter kind. */
export const compareKinds = (a: PeriodKind, b: PeriodKind): number => ORDER.indexOf(a) - ORDER.indexOf(b);

/** What a calendar needs: the term (half-open) and the day on which a contract year begins. */
export interface Calendar {
  readonly from: IsoDate;
  /** The day after the last day of the term. */
  readonly to: IsoDate;
  readonly yearStarts: { readonly month: number; readonly day: number };
}

/**
 * A half-open stretch of days, `from` up to but not including `to`. `fullFrom` and `fullTo` are the whole period of its
 * kind; they differ where the term begins or ends inside it (rule 5: part periods are pro rata by days).
 */
export interface Period {
  readonly kind: PeriodKind;
  readonly label: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly fullFrom: IsoDate;
  readonly fullTo: IsoDate;
  /** Several periods of the kind, one after the other, read as one: the year to date, or everything since the start. */
  readonly stretch?: true;
}

const twoDigits = (year: number): string => String(year % 100).padStart(2, "0");

function label(kind: PeriodKind, from: IsoDate, calendar: Calendar): string {
  if (kind === "term") return "the term";
  if (kind === "month") return `${monthName(from)} ${yearOf(from)}`;
  const start = yearStart(from, calendar);
  const year = yearOf(start);
  const calendarYear = calendar.yearStarts.month === 1 && calendar.yearStarts.day === 1;
  const name = calendarYear ? `${year}` : `${year}/${twoDigits(year + 1)}`;
  if (kind === "year") return name;
  const months = MONTHS_IN[kind];
  let index = 1;
  for (let at = addMonths(start, months); at <= from; at = addMonths(start, months * index)) index++;
  return `${name} ${kind === "quarter" ? "Q" : "H"}${index}`;
}

/** The first day of the contract year that holds `date`. */
export function yearStart(date: IsoDate, calendar: Calendar): IsoDate {
  const { month, day } = calendar.yearStarts;
  const start = isoDate(yearOf(date), month, day);
  return start <= date ? start : isoDate(yearOf(date) - 1, month, day);
}

/** The whole period of a kind that holds `date`, cut to the term. */
export function periodAt(kind: PeriodKind, date: IsoDate, calendar: Calendar): Period {
  if (kind === "term") {
    const { from, to } = calendar;
    return { kind, label: label(kind, from, calendar), from, to, fullFrom: from, fullTo: to };
  }
  const months = MONTHS_IN[kind];
  const start = yearStart(date, calendar);
  let index = 0;
  while (addMonths(start, months * (index + 1)) <= date) index++;
  const fullFrom = addMonths(start, months * index);
  const fullTo = addMonths(start, months * (index + 1));
  return {
    kind,
    label: label(kind, fullFrom, calendar),
    from: later(fullFrom, calendar.from),
    to: earlier(fullTo, calendar.to),
    fullFrom,
    fullTo,
  };
}

/** Every period of a kind from `from` up to `to` (by default the whole term), in order. */
export function periodsOf(kind: PeriodKind, calendar: Calendar, from?: IsoDate, to?: IsoDate): Period[] {
  if (from !== undefined || to !== undefined)
    return periodsBetween(kind, calendar, from ?? calendar.from, to ?? calendar.to);
  const known = ofTerm.get(calendar) ?? {};
  ofTerm.set(calendar, known);
  known[kind] ??= periodsBetween(kind, calendar, calendar.from, calendar.to);
  return [...known[kind]];
}

/** A contract's own periods are asked for again and again. */
const ofTerm = new WeakMap<Calendar, Partial<Record<PeriodKind, readonly Period[]>>>();

function periodsBetween(kind: PeriodKind, calendar: Calendar, from: IsoDate, to: IsoDate): Period[] {
  const periods: Period[] = [];
  for (let at = from; at < to; at = periods.at(-1)!.fullTo) {
    periods.push(periodAt(kind, at, calendar));
    if (kind === "term") break;
  }
  return periods;
}

/** The period of the same kind just before, or undefined before the term. */
export function previousPeriod(period: Period, calendar: Calendar): Period | undefined {
  if (period.stretch) {
    const last = previousPeriod(periodAt(period.kind, previousDay(period.to), calendar), calendar);
    return last && last.from >= period.from ? stretchTo(last, period.from, calendar) : undefined;
  }
  if (period.kind === "term" || period.fullFrom <= calendar.from) return undefined;
  const months = MONTHS_IN[period.kind];
  return periodAt(period.kind, addMonths(period.fullFrom, -months), calendar);
}

/** The periods of one kind from a day, on which one of them begins, to the end of `last`, as one; `last` where it is all. */
export function stretchTo(last: Period, from: IsoDate, calendar: Calendar): Period {
  if (from >= last.from) return last;
  const { fullFrom } = periodAt(last.kind, from, calendar);
  const label = `${showDate(from)} to ${showDate(previousDay(last.to))}`;
  return { kind: last.kind, label, from, to: last.to, fullFrom, fullTo: last.fullTo, stretch: true };
}

export const daysIn = (period: Period): number => daysBetween(period.from, period.to);
export const fullDaysIn = (period: Period): number => daysBetween(period.fullFrom, period.fullTo);
export const isPart = (period: Period): boolean => period.from !== period.fullFrom || period.to !== period.fullTo;

/** Reads "2026/27 Q1", "2026/27", "2026", "2026 Q3", "2026/27 H2", "April 2026", "2026-04" or "the term". Undefined where it is none of them. */
export function parsePeriod(text: string, calendar: Calendar): Period | undefined {
  const trimmed = text.trim().replace(/\s+/g, " ");
  if (/^(the )?term$/i.test(trimmed)) return periodAt("term", calendar.from, calendar);
  const month = /^([A-Za-z]+) (\d{4})$/.exec(trimmed);
  if (month && monthNumber(month[1]!) > 0) {
    return wholeOnly(
      periodAt("month", isoDate(Number(month[2]), monthNumber(month[1]!), calendar.yearStarts.day), calendar),
      trimmed,
    );
  }
  const isoMonth = /^(\d{4})-(\d{2})$/.exec(trimmed);
  if (isoMonth && Number(isoMonth[2]) >= 1 && Number(isoMonth[2]) <= 12) {
    return periodAt("month", isoDate(Number(isoMonth[1]), Number(isoMonth[2]), calendar.yearStarts.day), calendar);
  }
  const year = /^(\d{4})(?:[/-](\d{2}))?(?: ([QH])([1-4]))?$/i.exec(trimmed);
  if (!year) return undefined;
  const first = Number(year[1]);
  if (year[2] !== undefined && Number(year[2]) !== (first + 1) % 100) return undefined;
  const calendarYear = calendar.yearStarts.month === 1 && calendar.yearStarts.day === 1;
  // 2026 in a contract whose year begins in April could mean either of two years.
  if ((year[2] === undefined) !== calendarYear) return undefined;
  const start = isoDate(first, calendar.yearStarts.month, calendar.yearStarts.day);
  const letter = year[3]?.toUpperCase();
  if (letter === undefined) return periodAt("year", start, calendar);
  const kind = letter === "Q" ? "quarter" : "half-year";
  if (kind === "half-year" && Number(year[4]) > 2) return undefined;
  return periodAt(kind, addMonths(start, MONTHS_IN[kind] * (Number(year[4]) - 1)), calendar);
}

const wholeOnly = (period: Period, text: string): Period | undefined =>
  period.label.toLowerCase() === text.toLowerCase() ? period : undefined;

/** The calendar of a contract whose term is written with its last day. */
export const calendarOf = (
  term: { from: IsoDate; to: IsoDate },
  yearStarts: { month: number; day: number },
): Calendar => ({
  from: term.from,
  to: nextDay(term.to),
  yearStarts,
});
