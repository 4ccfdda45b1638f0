import { MONTHS } from "@concordat/model";
import { type CstNode, DefaultValueConverter, type GrammarAST, type ValueType } from "langium";

/**
 * What the tree holds for a literal, always text: `£1.2 million` is "GBP 1200000", `12.5%` is "12.5", `1,000` is "1000",
 * `1 April 2026` is "2026-04-01", `1 April` is "--04-01". No amount is ever a floating number.
 */
export class ConcordatValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string, node: CstNode): ValueType {
    const convert = CONVERTERS[rule.name];
    return convert ? convert(input) : super.runConverter(rule, input, node);
  }
}

const CONVERTERS: Record<string, (text: string) => string> = {
  MONEY: moneyValue,
  PERCENT: (text) => decimal(text.slice(0, -1)),
  NUMBER: (text) => decimal(text),
  DATE: isoDate,
  DAY_OF_YEAR: isoDay,
  MONTH: (text) => text.replace(/\s+/, " "),
  PERIOD: (text) => text.replace(/\s+/, " "),
  STRING: (text) => text.slice(1, -1),
  PROSE_PLAIN: (text) => text.slice(3, -3),
  PROSE_START: (text) => text.slice(3, -1),
  PROSE_MIDDLE: (text) => text.slice(1, -1),
  PROSE_END: (text) => text.slice(1, -3),
  ID: (text) => text,
  NAME: (text) => text,
};

const CURRENCIES: Record<string, string> = { "£": "GBP", $: "USD", "€": "EUR" };
const ZEROS: Record<string, number> = { thousand: 3, million: 6, billion: 9 };

/** Money as the tree holds it, taken apart: an ISO currency and an exact decimal in its main unit. */
export function parseMoney(value: string): { currency: string; amount: string } {
  const [currency = "", amount = ""] = value.split(" ");
  return { currency, amount };
}

/** `£1.2 million` to `GBP 1200000`. */
export function moneyValue(text: string): string {
  const [, sign = "", digits = "", word = ""] = /^(\D)\s*([\d,.]+)\s*([a-z]*)$/.exec(text) ?? [];
  return `${CURRENCIES[sign] ?? sign} ${decimal(digits, ZEROS[word] ?? 0)}`;
}

/** A decimal without commas and idle zeros, times ten to the power `zeros`: `1,200.50` is `1200.5`. */
export function decimal(text: string, zeros = 0): string {
  const [whole = "", fraction = ""] = text.replaceAll(",", "").split(".");
  const digits = (whole + fraction.padEnd(zeros, "0").slice(0, zeros)).replace(/^0+(?=\d)/, "");
  const rest = fraction.slice(zeros).replace(/0+$/, "");
  return rest ? `${digits}.${rest}` : digits;
}

/** `1 April 2026` to `2026-04-01`; a date that is already written so is kept. */
function isoDate(text: string): string {
  const [day, month, year] = text.split(/\s+/);
  return month && day && year ? `${year}-${monthNumber(month)}-${day.padStart(2, "0")}` : text;
}

/** `1 April` to `--04-01`. */
function isoDay(text: string): string {
  const [day = "", month = ""] = text.split(/\s+/);
  return `--${monthNumber(month)}-${day.padStart(2, "0")}`;
}

const monthNumber = (month: string): string => String(MONTHS.indexOf(month) + 1).padStart(2, "0");
