import { MONTHS } from "@concordat/model";
import { type Reading, type Slip, says, wordPattern } from "./slip.js";

const MONTH = `(?:${MONTHS.flatMap((month) => [month, month.toLowerCase(), month.slice(0, 3)]).join("|")}|Sept)\\.?`;
const ORDINAL = "(?:st|nd|rd|th)";

/** Dates and periods as people write them elsewhere. */
export const dateSlips: readonly Slip[] = [
  {
    // 01/04/2026, 1.4.26
    name: "SLIP_NUMERIC_DATE",
    pattern: /[0-9]{1,2}([./-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?![0-9./-])/,
    read: (written) => {
      const [first = 0, second = 0, year = 0] = written.split(/[./-]/).map(Number);
      const full = year < 100 ? 2000 + year : year;
      const readings = [dateText(first, second, full), dateText(second, first, full)].filter(
        (text) => text !== undefined,
      );
      const different = [...new Set(readings)];
      if (different.length === 0)
        return readAs("DATE", written, says("date-form", { written, meant: "a date such as 1 April 2026" }));
      const meant = different[0]!;
      return readAs("DATE", meant, says("numeric-date", { written, readings: different }, meant));
    },
  },
  {
    // 1st April 2026, 1 april 2026, April 1, 2026, 1 Apr
    name: "SLIP_DATE",
    after: "DAY_OF_YEAR",
    pattern: wordPattern(
      [
        `[0-9]{1,2}${ORDINAL}·+(?:of·+)?${MONTH}(?:,?·+[0-9]{4})?`,
        `[0-9]{1,2}·+(?:of·+)?${MONTH},?·+[0-9]{4}`,
        `[0-9]{1,2}·+(?:${MONTHS.map((month) => month.slice(0, 3)).join("|")}|Sept)`,
      ].join("|"),
    ),
    read: readDate,
  },
  {
    name: "SLIP_MONTH_FIRST",
    pattern: wordPattern(`${MONTH}·+[0-9]{1,2}${ORDINAL}?(?:,?·+[0-9]{4})?`),
    read: readDate,
  },
  {
    // 2026-27, 2026/2027, FY26/27, 2026/27Q1
    name: "SLIP_PERIOD",
    pattern: new RegExp(
      [
        "(?:19|20)[0-9]{2}(?:[-–][0-9]{2}|[-–/](?:19|20)[0-9]{2})(?![0-9/-])",
        "FY[ \\t]?(?:(?:19|20)[0-9]{2}|[0-9]{2})[-–/](?:[0-9]{4}|[0-9]{2})(?![0-9/-])",
        "(?:19|20)[0-9]{2}/[0-9]{2}(?:[qQhH]|[ \\t]+[qh])[1-4](?![A-Za-z0-9-])",
        "[QH][1-4][ \\t]+(?:19|20)[0-9]{2}/[0-9]{2}(?![0-9/-])",
      ].join("|"),
    ),
    read: (written) => {
      const part = /[qQhH][1-4]/.exec(written)?.[0].toUpperCase();
      const [from = "", to = ""] = written.replace(/[qQhH][1-4]/, "").match(/\d+/g) ?? [];
      const meant = `${from.length === 2 ? `20${from}` : from}/${to.slice(-2)}${part ? ` ${part}` : ""}`;
      return readAs("PERIOD", meant, says("date-form", { written, meant }, meant));
    },
  },
];

function readDate(written: string): Reading {
  const day = Number(/(?:^|[^0-9])([0-9]{1,2})(?![0-9])/.exec(written)?.[1]);
  const name = /[A-Za-z]{3,}/.exec(written.replace(/^\d+\w*\s+(?:of\s+)?/, ""))?.[0] ?? "";
  const month = MONTHS.find((full) => full.toLowerCase().startsWith(name.toLowerCase().slice(0, 3))) ?? name;
  const year = /[0-9]{4}/.exec(written)?.[0];
  const meant = `${day} ${month}${year ? ` ${year}` : ""}`;
  return readAs(year ? "DATE" : "DAY_OF_YEAR", meant, says("date-form", { written, meant }, meant));
}

const readAs = (token: string, image: string, message: NonNullable<Reading["says"]>): Reading => ({
  as: [{ token, image }],
  says: message,
});

/** Undefined where there is no such day. */
function dateText(day: number, month: number, year: number): string | undefined {
  const name = MONTHS[month - 1];
  return name && day >= 1 && day <= daysOf(month, year) ? `${day} ${name} ${year}` : undefined;
}

const daysOf = (month: number, year: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Why a well-written date or period is none, as a message; undefined where it is one. `day` of no year may be 29 February. */
export function impossible(token: string, written: string): NonNullable<Reading["says"]> | undefined {
  if (token === "PERIOD") {
    const [from = 0, to = -1] = (/^(\d+)\/(\d+)/.exec(written) ?? []).slice(1).map(Number);
    if (to < 0 || (from + 1) % 100 === to) return undefined;
    const next = `${from}/${String((from + 1) % 100).padStart(2, "0")}`;
    const fact = `a year that begins in ${from} ends in the next, ${next}`;
    return says("impossible-date", { written, fact }, written.replace(/^\d+\/\d+/, next));
  }
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  const words = written.split(/\s+/);
  const year = Number(iso?.[1] ?? words[2] ?? 2000);
  const month = iso ? Number(iso[2]) : MONTHS.indexOf(words[1] ?? "") + 1;
  const day = Number(iso?.[3] ?? words[0]);
  const name = MONTHS[month - 1];
  if (!name) return says("impossible-date", { written, fact: "a year has twelve months" });
  const days = daysOf(month, year);
  if (day >= 1 && day <= days) return undefined;
  const inMonth = `${name}${words[2] || iso ? ` ${year}` : ""}`;
  const last = day > days ? `${days} ${inMonth}` : undefined;
  return says("impossible-date", { written, fact: `${inMonth} has ${days} days` }, last);
}
