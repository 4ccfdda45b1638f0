import { currencyOf, groupDigits, isCurrency, Rational, show, showDate, showMoney, type Unit } from "@concordat/model";

/** Longer fractions than this are cut for the eye, and "about" says so. */
const MOST_DECIMALS = 12;

/** A value of the contract in full, with its unit: nothing is rounded, or the words say "about". */
export function amount(value: Rational, unit: Unit): string {
  if (unit.kind !== "quantity") return value.toText();
  const percent = unit.shown === "percent" && Object.keys(unit.dims).length === 0;
  const scaled = percent ? value.times(Rational.of(100)) : value;
  const exact = scaled.toDecimal();
  const digits = exact?.split(".")[1]?.length ?? 0;
  if (exact === undefined)
    return percent ? `${value.toText()} (about ${show(value, unit, 4)})` : `about ${show(value, unit)}`;
  if (digits > MOST_DECIMALS) return `about ${show(value, unit)}`;
  const currency = currencyOf(unit);
  if (currency && digits > 2) return showMoney(Rational.zero, currency).replace("0", groupDigits(exact));
  return digits > 4 ? show(value, unit, digits) : show(value, unit);
}

/** The same without what is counted, where the sentence has said that already: "215.4". Money and percentages keep their signs. */
export function bare(value: Rational, unit: Unit): string {
  if (unit.kind !== "quantity") return amount(value, unit);
  const counts = Object.keys(unit.dims).some((dim) => !isCurrency(dim)) && !Object.keys(unit.dims).some(isCurrency);
  return counts ? amount(value, { kind: "quantity", dims: {}, shown: "number" }) : amount(value, unit);
}

/** A constant's text in words, whatever it is a value of. */
export function constantText(value: string, unit: Unit): string {
  switch (unit.kind) {
    case "quantity":
      return amount(Rational.parse(value), unit);
    case "date":
      return showDate(value);
    case "truth":
      return value === "true" ? "yes" : "no";
    default:
      return `“${value}”`;
  }
}

const FRACTIONS: Record<string, string> = {
  "0": "nothing",
  "1/4": "a quarter",
  "1/2": "half",
  "3/4": "three quarters",
  "1": "all",
};

/** A part of something: "nothing", "half", "all", or the percentage. */
export const part = (value: Rational, unit: Unit): string => FRACTIONS[value.toText()] ?? amount(value, unit);

/** "half (50%) of", "nothing (0%) of", "40% of": words and figure together, so that neither is mistaken. */
export function partOf(value: Rational, unit: Unit): string {
  const word = FRACTIONS[value.toText()];
  return word === undefined ? `${amount(value, unit)} of` : `${word} (${amount(value, unit)}) of`;
}

const COINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  GBP: { "0.01": "penny", "1": "pound" },
  USD: { "0.01": "cent", "1": "dollar" },
  EUR: { "0.01": "cent", "1": "euro" },
};

/** What a rounding rounds to: "penny", "pound", or the amount where it has no name. */
export function coinOf(to: string, unit: Unit): string {
  const currency = currencyOf(unit);
  return (currency && COINS[currency]?.[to]) ?? amount(Rational.parse(to), unit);
}
