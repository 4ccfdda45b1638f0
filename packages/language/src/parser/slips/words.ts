import type { IToken } from "chevrotain";
import { type Reading, type Slip, type SlipPlace, says, wordPattern } from "./slip.js";

const SIGNS: Record<string, string> = {
  "+": "plus",
  "*": "times",
  "×": "times",
  "/": "divided by",
  "÷": "divided by",
  ">=": "at least",
  "=>": "at least",
  "≥": "at least",
  "<=": "at most",
  "=<": "at most",
  "≤": "at most",
  ">": "above",
  "<": "below",
  "=": "is",
  "==": "is",
  "===": "is",
  "!=": "is not",
  "!==": "is not",
  "<>": "is not",
  "≠": "is not",
  "&&": "and",
  "&": "and",
  "!": "not",
};
const MINUS = "[-–—−]";

const OTHER_WORDS: readonly (readonly [source: string, word: string])[] = [
  ["(?:greater|more|higher|larger)·+than·+or·+equal·+to|(?:no|not)·+(?:less|fewer|lower)·+than", "at least"],
  ["(?:less|fewer|lower|smaller)·+than·+or·+equal·+to|(?:no|not)·+(?:more|greater|higher)·+than", "at most"],
  ["(?:greater|more|higher|larger)·+than|exceeds", "above"],
  ["(?:less|fewer|lower|smaller)·+than", "below"],
  ["equals|equal·+to", "is"],
  ["minus", "less"],
  ["multiplied·+by", "times"],
];

/** Signs and words that people write where the language has a word of its own. */
export const wordSlips: readonly Slip[] = [
  {
    name: "SLIP_SIGN",
    pattern: /===?|!==?|<=|>=|=>|=<|<>|&&|\/(?![/*])|[+*×÷≥≤><=≠&!]/,
    read: (written, place) => inPlaceOf(written, signMeant(written, place), place, "sign-for-word"),
  },
  {
    name: "SLIP_MINUS",
    pattern: new RegExp(MINUS),
    read: readMinus,
  },
  ...OTHER_WORDS.map(
    ([source, word]): Slip => ({
      name: `SLIP_${word.toUpperCase().replaceAll(" ", "_")}`,
      // `is` goes with it: the language has `is at least` as one phrase.
      pattern: wordPattern(`(?:is·+)?(?:${source})`),
      read: (written, place) => inPlaceOf(written, withIs(word, written.startsWith("is")), place, "other-word"),
    }),
  ),
  {
    name: "SLIP_IF",
    after: "STRING",
    pattern: wordPattern("else·+if|elseif|elsif|if(?!·+(?:not|above|below))|unless|else"),
    read: (written) => ({ as: [{ token: "NAME", image: written }], says: says("if-else", { word: written }) }),
  },
  {
    name: "SLIP_SEMICOLON",
    pattern: /;/,
    read: () => ({ as: [], says: says("stray-mark", { mark: ";" }, "") }),
  },
];

const withIs = (word: string, is: boolean): string =>
  is && word !== "is" && /^(?:at|above|below)/.test(word) ? `is ${word}` : word;

/** `=` after the name of a definition is `as`. */
function signMeant(sign: string, { before }: SlipPlace): string {
  const word = SIGNS[sign] ?? sign;
  const defines = before
    .slice(-3)
    .some((token, at, near) => token.tokenType.name === "define" && at === near.length - 2);
  const titled = before.at(-3)?.tokenType.name === "define" && before.at(-1)?.tokenType.name === "STRING";
  return sign === "=" && (defines || titled) ? "as" : word;
}

function inPlaceOf(written: string, word: string, place: SlipPlace, id: "sign-for-word" | "other-word"): Reading {
  const afterIs = place.before.at(-1)?.tokenType.name === "is";
  const phrase = withIs(word, afterIs);
  const spaced = `${/(?:^|\s)$/.test(place.past) ? "" : " "}${word}${/^(?:\s|$)/.test(place.rest) ? "" : " "}`;
  const message =
    id === "sign-for-word" ? says(id, { sign: written, word }, spaced) : says(id, { written, word }, spaced);
  return { as: [{ token: phrase, image: phrase }], taking: phrase === word ? 0 : 1, says: message };
}

/** A minus stands between two values, or it makes a number negative, which no contract writes. */
function readMinus(written: string, place: SlipPlace): Reading {
  const amount = /^\s*([£$€]?[\d,.]+%?)/.exec(place.rest)?.[1];
  if (endsAValue(place.before.at(-1)) || !amount) return inPlaceOf(written, "less", place, "sign-for-word");
  return { as: [], says: says("negative-number", { amount }, "") };
}

const VALUE_WORDS: ReadonlySet<string> = new Set([")", "earned", "it", "its pool", "baseline", "target"]);

/** A name, a literal or a closing bracket: what arithmetic can go on from. */
function endsAValue(token: IToken | undefined): boolean {
  if (!token) return false;
  const { name } = token.tokenType;
  return VALUE_WORDS.has(name) || /^[A-Z]/.test(name);
}
