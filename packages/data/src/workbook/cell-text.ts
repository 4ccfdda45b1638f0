import { dateText } from "../files/date-text.js";
import type { DateFormat } from "../sources/manifest.js";
import type { Shown } from "./number-format.js";

export interface RawCell {
  /** The kind that the file gives it: s, str, inlineStr, b, e, d, or n and nothing for a number. */
  readonly kind: string;
  readonly text: string;
  readonly shown: Shown;
  readonly formula: boolean;
}

export interface CellSetting {
  readonly strings: readonly string[];
  readonly from1904: boolean;
  readonly dateFormat: DateFormat;
}

/** What a person reads in a cell, as they would write it in CSV; undefined where it is empty. */
export function cellText({ kind, text, shown, formula }: RawCell, setting: CellSetting): string | undefined {
  if (text === "") return formula ? "formula without a result" : undefined;
  switch (kind) {
    case "s":
      return setting.strings[Number(text)] || undefined;
    case "b":
      return text === "1" ? "true" : "false";
    case "str":
    case "inlineStr":
    case "e":
      return unescaped(text);
    case "d":
      return dateText(text.slice(0, 10), setting.dateFormat) + (/T00:00:00|^.{10}$/.test(text) ? "" : text.slice(10));
    default:
      return numberText(text, shown, setting);
  }
}

/** Spreadsheets write characters that XML has not as _x000D_. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function numberText(text: string, shown: Shown, setting: CellSetting): string {
  const digits = fifteenDigits(text);
  if (digits === undefined) return text;
  if (shown === "percentage") return `${plain(digits.minus, digits.digits, digits.exponent + 2)}%`;
  const number = plain(digits.minus, digits.digits, digits.exponent);
  if (shown === "number") return number;
  const day = Number(number.split(".")[0]);
  const date = dayOfSerial(day, setting.from1904);
  if (date === undefined) return number;
  return dateText(date, setting.dateFormat) + (number.includes(".") ? " and a time" : "");
}

/**
 * A spreadsheet keeps 15 digits of a number and writes 17 of the binary fraction that it stands for: 0.1 may lie there
 * as 0.10000000000000001. The 15 are what was typed, and all that the spreadsheet itself shows.
 */
function fifteenDigits(text: string): { minus: boolean; digits: string; exponent: number } | undefined {
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?$/.test(text)) return undefined;
  const found = /^(-?)(\d)(?:\.(\d+))?e([-+]\d+)$/.exec(Number(text).toExponential(14));
  if (found === null) return undefined;
  return { minus: found[1] === "-", digits: found[2]! + (found[3] ?? ""), exponent: Number(found[4]) };
}

/** The digits with the point behind the first one, moved by the exponent, without zeros that say nothing. */
function plain(minus: boolean, digits: string, exponent: number): string {
  const behind = exponent < 0 ? `0.${"0".repeat(-exponent - 1)}${digits}` : digits.padEnd(exponent + 1, "0");
  const pointed = exponent < 0 ? behind : `${behind.slice(0, exponent + 1)}.${behind.slice(exponent + 1)}`;
  const bare = pointed.replace(/\.?0*$/, "");
  return bare === "0" ? "0" : `${minus ? "-" : ""}${bare}`;
}

const DAY = 86_400_000;

/** Days count from the end of 1899, or of 1903; the first system has a 29 February 1900 that never was. */
function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!Number.isInteger(serial) || serial < 1 || serial > 2_958_465 || (!from1904 && serial === 60)) return undefined;
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  return new Date(start + serial * DAY).toISOString().slice(0, 10);
}
