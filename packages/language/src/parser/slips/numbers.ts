import { decimal } from "../values.js";
import { type Reading, type Slip, says, wordPattern } from "./slip.js";

const DIGITS = "[0-9][0-9,]*(?:\\.[0-9]+)?";
const SIZES: Record<string, { zeros: number; word: string }> = {
  k: { zeros: 3, word: "thousand" },
  thousand: { zeros: 3, word: "thousand" },
  m: { zeros: 6, word: "million" },
  mn: { zeros: 6, word: "million" },
  million: { zeros: 6, word: "million" },
  b: { zeros: 9, word: "billion" },
  bn: { zeros: 9, word: "billion" },
  billion: { zeros: 9, word: "billion" },
};
const SIGNS: Record<string, string> = { GBP: "£", pounds: "£", USD: "$", dollars: "$", EUR: "€", euros: "€" };

/** Amounts, percentages and numbers as people write them elsewhere. */
export const numberSlips: readonly Slip[] = [
  {
    // £1.2m, £48 k, £3Million, £3 Million, 48k
    name: "SLIP_SUFFIX",
    pattern: wordPattern(
      `[£$€]?${DIGITS}·*(?:k|K|mn|MN|bn|BN|Bn)|[£$€]?${DIGITS}(?:m|M|b|B)|[£$€]${DIGITS}·+(?:m|M|b|B)|[£$€]${DIGITS}(?:·*(?:Thousand|Million|Billion)|thousand|million|billion)`,
    ),
    read: (written) => {
      const [, sign = "", digits = "", suffix = ""] = /^([£$€]?)([\d,.]+)\s*([A-Za-z]+)$/.exec(written) ?? [];
      const size = SIZES[suffix.toLowerCase()] ?? { zeros: 0, word: "" };
      const whole = sign + inThrees(decimal(digits, size.zeros));
      const words = `${sign}${digits} ${size.word}`;
      if (!sign) return number("NUMBER", whole, says("number-form", { written, meant: whole }, whole));
      return number("MONEY", whole, says("money-suffix", { written, digits: whole, words }, words));
    },
  },
  {
    // £ 500, GBP 500, 500 pounds
    name: "SLIP_CURRENCY",
    pattern: wordPattern(`[£$€]·+${DIGITS}|(?:GBP|USD|EUR)·*${DIGITS}|${DIGITS}·*(?:GBP|USD|EUR|pounds|dollars|euros)`),
    read: (written) => {
      const unit = /[A-Za-z]+|[£$€]/.exec(written)?.[0] ?? "";
      const meant = (SIGNS[unit] ?? unit) + (/[\d,.]+/.exec(written)?.[0] ?? "");
      return number("MONEY", meant, says("number-form", { written, meant }, meant));
    },
  },
  {
    // 50p
    name: "SLIP_PENCE",
    pattern: wordPattern(`[0-9]+(?:p|·+pence)`),
    read: (written) => {
      const pence = (/\d+/.exec(written)?.[0] ?? "0").padStart(3, "0");
      const meant = `£${pence.slice(0, -2)}.${pence.slice(-2)}`;
      return number("MONEY", meant, says("number-form", { written, meant }, meant));
    },
  },
  {
    // 50 %, 50 per cent
    name: "SLIP_PERCENT",
    pattern: new RegExp(`${DIGITS}(?:[ \\t]+%|[ \\t]*(?:percent|per[ \\t]+cent)(?![A-Za-z0-9_-]))`),
    read: (written) => {
      const meant = `${/[\d,.]+/.exec(written)?.[0]}%`;
      return number("PERCENT", meant, says("number-form", { written, meant }, meant));
    },
  },
  {
    // 1,00 and £12,00,000: neither thousands nor a list
    name: "SLIP_COMMAS",
    pattern: /(?![£$€]?[0-9]{1,3}(?:,[0-9]{3})+(?![0-9]|,[0-9]))[£$€]?[0-9]+(?:,[0-9]+)+(?:\.[0-9]+)?%?/,
    read: (written) => {
      const token = written.endsWith("%") ? "PERCENT" : /^\d/.test(written) ? "NUMBER" : "MONEY";
      const image = written.replaceAll(",", "");
      if (!/^[£$€]?\d+(?:,\d{3})+(?![\d,])/.test(written))
        return number(token, image, says("thousands-separator", { written }));
      const meant = image.replace(/\d+/, inThrees);
      return number(token, image, says("number-form", { written, meant }, meant));
    },
  },
  {
    // 30days, 2nd-payment
    name: "SLIP_GLUED",
    after: "PERIOD",
    pattern: /[0-9][0-9,]*(?:\.[0-9]+)?[A-Za-z][A-Za-z0-9_-]*/,
    read: (written) => {
      const [, digits = "", word = ""] = /^([\d,.]+)(.*)$/.exec(written) ?? [];
      if (!/^[a-z]{2,}$/.test(word) || /^(?:st|nd|rd|th)$/.test(word)) {
        const meant = /^[\d]+(?:st|nd|rd|th)?-?(?=[A-Za-z])/.test(written)
          ? written.replace(/^\d+(?:st|nd|rd|th)?-?/, "")
          : `x-${written}`;
        return { as: [{ token: "NAME", image: written }], says: says("name-form", { written, meant }) };
      }
      const meant = `${digits} ${word}`;
      return {
        as: [
          { token: "NUMBER", image: digits },
          { token: "NAME", image: word },
        ],
        says: says("number-form", { written, meant }, meant),
      };
    },
  },
];

const number = (token: string, image: string, message: Reading["says"]): Reading => ({
  as: [{ token, image }],
  ...(message ? { says: message } : {}),
});

/** `1200000` to `1,200,000`. */
export function inThrees(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
