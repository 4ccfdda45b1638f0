import { type Expression, matches } from "../plan/expression.js";
import type { Conversion } from "./conversion.js";
import { DIGITS, MONEY, readWhere } from "./digits.js";

const SYMBOLS: Readonly<Record<string, string>> = { GBP: "£", EUR: "€", USD: "$" };
const escaped = (symbol: string): string => symbol.replace("$", "\\$");

/** 1234.50 or £1,234.50, in the contract's currency. Amounts are sizes (rule 9), so none is negative. */
export function moneyCell(cell: Expression, currency: string): Conversion {
  const symbol = SYMBOLS[currency] ?? "";
  const sign = symbol === "" ? "" : `(${escaped(symbol)} ?)?`;
  const others = Object.values(SYMBOLS).filter((other) => other !== symbol);
  const form = String.raw`${sign}${DIGITS}(\.\d{1,2})?`;
  return {
    value: readWhere(cell, form, `${symbol}, `, MONEY),
    reasons: [
      { when: matches(cell, form), reason: "is too large" },
      {
        when: matches(cell, String.raw`\(.*\)|${sign}[-−].*|[-−].*|.*-`),
        reason: "is below zero; write the amount without a minus, as the contract says who pays and who receives",
      },
      { when: matches(cell, String.raw`${sign}${DIGITS}\.\d{3,}`), reason: "has more than 2 decimals" },
      { when: matches(cell, `(${others.map(escaped).join("|")}).*`), reason: `is not in ${currency}` },
    ],
    otherwise: `is not an amount of money; write 1234.50${symbol === "" ? "" : ` or ${symbol}1,234.50`}`,
  };
}
