import { all, compare, date, type Expression, matches, onlyWhere } from "../plan/expression.js";
import type { DateFormat } from "../sources/manifest.js";
import type { Conversion } from "./conversion.js";

const FORMATS: Record<DateFormat, { pattern: string; layout: string; example: string }> = {
  iso: { pattern: String.raw`\d{4}-\d{2}-\d{2}`, layout: "%Y-%m-%d", example: "2026-04-30" },
  "dd/mm/yyyy": { pattern: String.raw`\d{1,2}/\d{1,2}/\d{4}`, layout: "%d/%m/%Y", example: "30/04/2026" },
  "dd-mm-yyyy": { pattern: String.raw`\d{1,2}-\d{1,2}-\d{4}`, layout: "%d-%m-%Y", example: "30-04-2026" },
  "dd.mm.yyyy": { pattern: String.raw`\d{1,2}\.\d{1,2}\.\d{4}`, layout: "%d.%m.%Y", example: "30.04.2026" },
  "mm/dd/yyyy": { pattern: String.raw`\d{1,2}/\d{1,2}/\d{4}`, layout: "%m/%d/%Y", example: "04/30/2026" },
  yyyymmdd: { pattern: String.raw`\d{8}`, layout: "%Y%m%d", example: "20260430" },
};
/** As the engine names the parts of a date. */
export const dateLayout = (format: DateFormat): string => FORMATS[format].layout;

/** A year outside these is a slip of the keys, and one such row would stretch what the extract seems to cover. */
export const [EARLIEST, LATEST] = [date("1850-01-01"), date("2199-12-31")];

/** A date of the calendar, written in the one way that the file uses. */
export function dateCell(cell: Expression, format: DateFormat): Conversion {
  const { pattern, layout, example } = FORMATS[format];
  const read: Expression =
    format === "iso" ? { op: "read-as", of: cell, type: { type: "date" } } : { op: "read-date", of: cell, layout };
  const value = onlyWhere(matches(cell, pattern), read);
  return {
    value,
    accepts: (found) => all([compare(found, ">=", EARLIEST), compare(found, "<=", LATEST)]),
    reasons: [
      { when: { op: "known", of: value }, reason: "lies before 1850 or after 2199" },
      { when: matches(cell, pattern), reason: "is not a date that the calendar has" },
      { when: matches(cell, `${pattern}[T ].*`), reason: `has a time of day; write the date alone, as ${example}` },
    ],
    otherwise: `is not a date written as ${example}`,
  };
}
