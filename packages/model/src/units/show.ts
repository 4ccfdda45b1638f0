import { Rational } from "../numbers/rational.js";
import { currencyOf, groupDigits, isCurrency, type Unit } from "./unit.js";

const SIGNS: Record<string, string> = { GBP: "£", USD: "$", EUR: "€", AUD: "A$", NZD: "NZ$" };
const currencySign = (code: string): string => SIGNS[code] ?? `${code} `;

/** An amount of money as people write it: "£1,234.50"; whole pounds without pence; sizes below a penny in full. */
export function showMoney(amount: Rational, currency: string): string {
  const size = amount.size();
  const decimals = size.bottom === 1n ? 0 : 2;
  const exact = size.toDecimal();
  const below = exact?.split(".")[1]?.length ?? 0;
  // Sizes below a penny to four places, without the noughts at their end.
  const digits = below > 2 ? size.toFixed(4).replace(/0{1,2}$/, "") : size.toFixed(decimals);
  return `${amount.isNegative ? "−" : ""}${currencySign(currency)}${groupDigits(digits)}`;
}

/** A decimal for reading: at least `least` and at most `most` digits after the point, grouped. Never used to calculate. */
function readable(value: Rational, most: number): string {
  const exact = value.toDecimal();
  const digits = exact?.split(".")[1]?.length ?? 0;
  if (exact !== undefined && digits <= most) return groupDigits(exact);
  return groupDigits(value.toFixed(most));
}

/**
 * A value as people write it, with its unit. Printing rounds for the eye only (rule 2); where it did, "about" says so.
 * `decimals` is the metric's own "shown to".
 */
export function show(value: Rational, unit: Unit, decimals?: number): string {
  if (unit.kind !== "quantity") return value.toText();
  const currency = currencyOf(unit);
  if (currency) return showMoney(value, currency);
  const percent = unit.shown === "percent" && Object.keys(unit.dims).length === 0;
  const scaled = percent ? value.times(Rational.of(100)) : value;
  const digits = decimals === undefined ? readable(scaled, 4) : groupDigits(scaled.toFixed(decimals));
  if (percent) return `${digits}%`;
  const dims = Object.entries(unit.dims);
  if (dims.length === 0) return digits;
  const money = dims.find(([name, power]) => isCurrency(name) && power === 1);
  const above = dims.filter(([name, power]) => power > 0 && !isCurrency(name)).map(([name]) => name);
  const below = dims.filter(([, power]) => power < 0).map(([name]) => name);
  if (money && below.length === 1 && unit.per === undefined) return `${showMoney(value, money[0])} ${one(below[0]!)}`;
  const head = money ? showMoney(value, money[0]) : `${digits}${above.length > 0 ? ` ${above.join(" × ")}` : ""}`;
  if (below.length === 0) return head;
  return `${head} per ${unit.per ? `${groupDigits(unit.per)} ` : ""}${below.join(" × ")}`;
}

const SINGULAR: Record<string, string> = { people: "person", children: "child" };

/** "a person", "an hour": one of a counted thing. */
export function one(things: string): string {
  const thing = SINGULAR[things] ?? regular(things);
  return `${/^[aeiou]/.test(thing) ? "an" : "a"} ${thing}`;
}

/** "family" of "families", "success" of "successes", "hour" of "hours". */
const regular = (things: string): string =>
  /[^aeiou]ies$/.test(things)
    ? things.replace(/ies$/, "y")
    : things.replace(/(ss|ch|sh|x)es$/, "$1").replace(/([^s])s$/, "$1");
