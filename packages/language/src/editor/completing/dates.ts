import {
  addMonths,
  type IsoDate,
  isDate,
  isoDate,
  parseDate,
  periodsOf,
  previousDay,
  showDate,
  yearOf,
} from "@concordat/model";
import { AstUtils } from "langium";
import * as ast from "../../generated/ast.js";
import { namesAround } from "../../names/around.js";
import { calendarIn, contractAround } from "../calendar.js";
import type { Offer, Place } from "./place.js";

/** The days that a line is likely to name: the ends of the term, and where its years begin. */
export function datesAt(place: Place): Offer[] {
  const { rule, property, before } = place;
  if (rule === ast.TermLine.$type) return property === "to" ? lastDays(before) : [];
  if (rule === ast.DecidedLine.$type) return [];
  if (rule === ast.DateLiteral.$type && !dateIsDue(place)) return [];
  const calendar = calendarIn(contractAround(place.node));
  if (!calendar) return [];
  if (rule === ast.ReportedFrom.$type) {
    const years = [1, 2, 3].map((count) =>
      day(addMonths(calendar.from, -12 * count), `${count} years before the term`),
    );
    return years.map((offer, index) => (index === 0 ? { ...offer, detail: "a year before the term" } : offer));
  }
  const first = day(calendar.from, "first day of the term");
  const last = day(previousDay(calendar.to), "last day of the term");
  const years = periodsOf("year", calendar)
    .slice(1)
    .map(({ from, label }) => day(from, `first day of ${label}`));
  const ends = rule === ast.Intake.$type && property === "to";
  const yearEnds = periodsOf("year", calendar)
    .slice(0, -1)
    .map(({ to, label }) => day(previousDay(to), `last day of ${label}`));
  return ends ? [...yearEnds, last] : [first, ...years, last];
}

/** The day on which a contract's years begin: its own, else the two that most public bodies have. */
export function daysOfYearAt({ rule, node }: Place): Offer[] {
  const calendar = rule === ast.YearLine.$type ? undefined : calendarIn(contractAround(node));
  const own = contractAround(node)?.items.find(ast.isTermLine)?.from;
  const dayOf = (date: IsoDate): string => showDate(date).replace(/ \d{4}$/, "");
  if (calendar) {
    const { month, day } = calendar.yearStarts;
    return [{ label: dayOf(isoDate(2000, month, day)), detail: "the day on which the contract's years begin" }];
  }
  const offers = [
    ...(own && isDate(own) ? [{ label: dayOf(own), detail: "the day on which the term begins" }] : []),
    { label: "1 April", detail: "the financial year" },
    { label: "1 January", detail: "the calendar year" },
  ];
  return offers.filter(({ label }, index) => offers.findIndex((other) => other.label === label) === index);
}

/** Years of the term, where a number stands for the first year of something. */
export function yearsAt({ node }: Place): Offer[] {
  const calendar = calendarIn(contractAround(node));
  const years = calendar ? periodsOf("year", calendar).slice(1) : [];
  return years.map(({ from, label }) => ({ label: `${yearOf(from)}`, detail: `from ${label}` }));
}

const day = (date: IsoDate, detail: string): Offer => ({ label: showDate(date), detail, iso: date });

/** `term from 1 April 2026 to |`: terms of whole years. */
function lastDays(before: string): Offer[] {
  const from = /from\s+(\d{1,2}\s+[A-Z][a-z]+\s+\d{4}|\d{4}-\d{2}-\d{2})\s+to\s+$/.exec(before)?.[1];
  const start = from && (isDate(from) ? from : parseDate(from));
  if (!start) return [];
  return [5, 3, 1, 2, 4, 7, 10].map((count) =>
    day(previousDay(addMonths(start, 12 * count)), count === 1 ? "a term of one year" : `a term of ${count} years`),
  );
}

/** Whether a value at the place is a date: after `as at`, and beside something that is one. */
function dateIsDue({ node, before, shared }: Place): boolean {
  if (/\bas\s+at\s+$/.test(before)) return true;
  const beside =
    /([A-Za-z][\w-]*)\s+(?:is|is\s+(?:above|below|at\s+least|at\s+most)|above|below|at\s+least|at\s+most)\s+$/.exec(
      before,
    )?.[1] ?? given(before);
  if (!beside) return false;
  const root = AstUtils.getContainerOfType(
    node,
    (at) => ast.isContract(at) || ast.isLibrary(at) || ast.isVariation(at),
  );
  const around = root && namesAround(node, shared);
  const fields = (around?.all ?? []).filter(ast.isRecords).flatMap((records) => records.fields);
  const things = [...(around?.things.get(beside) ?? []), ...fields.filter(({ name }) => name === beside)];
  return things.some((thing) => isDay((thing as { type?: ast.FieldType }).type));
}

/** `given opened |` */
const given = (before: string): string | undefined => /(?:\bgiven|,)\s+([A-Za-z][\w-]*)\s+$/.exec(before)?.[1];

const isDay = (type: ast.FieldType | undefined): boolean => ast.isSimpleType(type) && type.kind === "date";
