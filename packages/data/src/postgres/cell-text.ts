import { dateText } from "../files/date-text.js";
import type { DateFormat } from "../sources/manifest.js";

/** The object identifiers of PostgreSQL's types; they are the same in every database. */
const [FLOAT4, FLOAT8, DATE, TIMESTAMP, NUMERIC] = [700, 701, 1082, 1114, 1700];

/** A column that holds binary fractions, in which 0.10 has no place. */
export const isBinaryFraction = (type: number): boolean => type === FLOAT4 || type === FLOAT8;

/** The text of a cell as people would write it in CSV, from what the server writes; an empty text is an empty cell. */
export function cellText(text: string | null, type: number, dateFormat: DateFormat): string | null {
  if (text === null) return null;
  switch (type) {
    case NUMERIC:
      // Zeros behind the last digit are no decimals that anybody wrote: 5.0000 is 5.
      return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
    case DATE:
      return /^\d{4}-\d\d-\d\d$/.test(text) ? dateText(text, dateFormat) : text;
    case TIMESTAMP:
      // Many programs keep a date as the midnight at which it begins.
      return /^\d{4}-\d\d-\d\d 00:00:00$/.test(text) ? dateText(text.slice(0, 10), dateFormat) : text;
    case FLOAT4:
    case FLOAT8:
      return wholeWithoutExponent(text, type === FLOAT8 ? 2n ** 53n : 2n ** 24n);
    default:
      return text;
  }
}

/** 1e+15 as its digits, where it is whole and exact; whatever has decimals stays as it is and is seen as such. */
function wholeWithoutExponent(text: string, exactBelow: bigint): string {
  const found = /^(-?)(\d)(?:\.(\d+))?e\+(\d\d?)$/.exec(text);
  const [, minus, first, behind = "", exponent] = found ?? [];
  if (first === undefined || behind.length > Number(exponent)) return text;
  const digits = first + behind.padEnd(Number(exponent), "0");
  return BigInt(digits) < exactBelow ? `${minus}${digits}` : text;
}
