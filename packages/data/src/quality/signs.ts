import type { FieldType } from "@concordat/model";
import { type DataProblem, problem } from "../problems.js";
import type { DateFormat } from "../sources/manifest.js";

/** What was seen of a column in the rows that were looked at: how many cells, how many sound ones, how many of each form. */
export interface Seen {
  readonly column: string;
  readonly known: number;
  readonly sound: number;
  readonly signs: readonly number[];
}

/** Forms of a cell to count in a column of a type, and what their numbers tell. */
export interface Looks {
  readonly patterns: readonly string[];
  readonly tells: (seen: Seen, file: string) => DataProblem[];
}

/** What text becomes that was read in an encoding which it is not in. */
const GARBLED = String.raw`(?s).*(Â[£€\x{A0}-\x{BF}]|Ã[\x{80}-\x{BF}©¨¼¶¤§±]|â€|\x{FFFD}).*`;

export function signsOf(type: FieldType, dateFormat: DateFormat): Looks {
  const looks = byType(type, dateFormat);
  const at = looks.patterns.length;
  return {
    patterns: [...looks.patterns, GARBLED],
    tells: (seen, file) => [
      ...looks.tells(seen, file),
      ...(seen.signs[at]! > 0 ? [problem("wrong-encoding", file, { column: seen.column })] : []),
    ],
  };
}

function byType(type: FieldType, dateFormat: DateFormat): Looks {
  switch (type.type) {
    case "percentage":
      return type.fraction ? fraction : percentage;
    case "date":
      return dates(dateFormat);
    case "money":
    case "count":
    case "whole":
      return { patterns: COMMA_DECIMALS, tells: commaDecimals };
    case "number":
      return {
        patterns: [...COMMA_DECIMALS, String.raw`[1-9]\d{0,2}\.\d{3}`],
        tells: (seen, file) =>
          seen.known > 0 && seen.signs[1] === seen.known
            ? [problem("point-thousands", file, { column: seen.column })]
            : commaDecimals(seen, file),
      };
    default:
      return { patterns: [], tells: () => [] };
  }
}

const percentage: Looks = {
  patterns: [String.raw`0?\.\d+|[01](\.0+)?`, String.raw`0?\.\d*[1-9]\d*`],
  tells: ({ column, known, signs: [inUnit, decimals] }, file) =>
    known > 0 && inUnit === known && decimals! > 0 ? [problem("looks-like-fraction", file, { column })] : [],
};

const fraction: Looks = {
  patterns: [String.raw`0*([2-9]|[1-9]\d+)(\.\d+)?`],
  tells: ({ column, known, signs: [large] }, file) =>
    known > 0 && large === known ? [problem("looks-like-percentage", file, { column })] : [],
};

const COMMA_DECIMALS = [String.raw`[£€$]? ?-?([1-9]\d{0,2}(\.\d{3})+(,\d{1,2})?|\d+,\d{1,2})`];

const commaDecimals: Looks["tells"] = ({ column, known, sound, signs: [commas] }, file) =>
  known > 0 && commas! * 2 > known && sound * 2 < known ? [problem("comma-decimals", file, { column })] : [];

/** With strokes between their parts: all; those whose first part can be no month; those whose second can be none. */
const STROKES = [
  String.raw`\d{1,2}/\d{1,2}/\d{4}`,
  String.raw`(1[3-9]|2\d|3[01])/\d{1,2}/\d{4}`,
  String.raw`\d{1,2}/(1[3-9]|2\d|3[01])/\d{4}`,
];

const dates = (read: DateFormat): Looks => ({
  patterns: STROKES,
  tells: ({ column, known, sound, signs: [all, dayFirst, monthFirst] }, file) => {
    if (known === 0 || all! * 2 <= known) return [];
    if (read !== "dd/mm/yyyy" && read !== "mm/dd/yyyy") {
      const either = dayFirst! > 0 === monthFirst! > 0;
      const seems = either ? "either" : dayFirst! > 0 ? "dd/mm/yyyy" : "mm/dd/yyyy";
      return [problem("dates-with-strokes", file, { column, seems, read: read === "iso" ? "2026-04-30" : read })];
    }
    if (dayFirst === 0 && monthFirst === 0)
      return known < 3 ? [] : [problem("dates-ambiguous", file, { column, read })];
    const [fit, other] = read === "dd/mm/yyyy" ? [dayFirst!, monthFirst!] : [monthFirst!, dayFirst!];
    const seems = read === "dd/mm/yyyy" ? "mm/dd/yyyy" : "dd/mm/yyyy";
    return fit === 0 && other > 0 && sound < known ? [problem("dates-turned", file, { column, read, seems })] : [];
  },
});
