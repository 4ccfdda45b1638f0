import {
  type Calendar,
  daysBetween,
  type IsoDate,
  isDate,
  monthNumber,
  parseDate,
  periodAt,
  periodsOf,
  previousDay,
  showDate,
} from "@concordat/model";
import type { LeafCstNode } from "langium";
import * as ast from "../../generated/ast.js";
import { kindOf } from "../../lowering/lowering.js";
import { calendarIn, contractAround } from "../calendar.js";
import { daysIn, daysOf, lengthOf, periodNamed } from "../days-meant.js";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** A Monday. */
const SOME_MONDAY = "1900-01-01";

/** What a date, a period or a stretch of time means in days; undefined of everything else. */
export function daysMeant({ text, astNode }: LeafCstNode): string | undefined {
  const calendar = calendarIn(contractAround(astNode));
  if (ast.isDuration(astNode)) return durationMeant(astNode);
  if ((ast.isInLine(astNode) || ast.isForLine(astNode)) && text === astNode.period) {
    const period = periodNamed(text, calendar);
    return period && `**${text}**: ${daysOf(period)}, ${lengthOf(period)}.`;
  }
  const date = isDate(text) ? text : monthNumber(text.split(/\s+/)[1] ?? "") > 0 ? parseDate(text) : undefined;
  return date && isDate(date) ? dateMeant(date, calendar) : undefined;
}

function dateMeant(date: IsoDate, calendar: Calendar | undefined): string {
  const weekday = WEEKDAYS[((daysBetween(SOME_MONDAY, date) % 7) + 7) % 7]!;
  const day = `**${weekday} ${showDate(date)}**`;
  if (!calendar) return `${day}.`;
  if (date < calendar.from) return `${day}, before the term.`;
  if (date >= calendar.to) return `${day}, after the term.`;
  const end =
    date === calendar.from
      ? ", the first day of the term"
      : date === previousDay(calendar.to)
        ? ", the last day of the term"
        : "";
  const [quarter, year] = (["quarter", "year"] as const).map((kind) => periodAt(kind, date, calendar));
  return `${day}${end}. It lies in ${quarter!.label}${date === year!.from && end === "" ? `, and is the first day of ${year!.label}` : ""}.`;
}

function durationMeant(duration: ast.Duration): string | undefined {
  const { amount, unit } = duration;
  const written = `**${amount} ${unit}**`;
  const days = daysIn(duration);
  if (days !== undefined) return `${written}: ${days} days, complete on the day after them.`;
  if (/^months?$/.test(unit ?? ""))
    return `${written}: to the same day of a later month, or the last day of a shorter one.`;
  return /^years?$/.test(unit ?? "") ? `${written}: to the same day of a later year.` : undefined;
}

/** `each quarter`: how many of them the term has, and which is the first. */
export function periodsMeant({ text, astNode }: LeafCstNode): string | undefined {
  const calendar = calendarIn(contractAround(astNode));
  const kind = kindOf(text.replace(/\s+/g, " "));
  if (!calendar || !kind) return undefined;
  const periods = periodsOf(kind, calendar);
  const [first] = periods;
  if (!first) return undefined;
  if (kind === "term") return `The term: ${daysOf(first)}.`;
  return periods.length === 1
    ? `The term has one: ${daysOf(first)}.`
    : `The term has ${periods.length}; the first, ${first.label}, is ${daysOf(first)}.`;
}
