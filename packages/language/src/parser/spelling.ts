import { nearestWithDistance } from "./suggest.js";
import { isPhrase } from "./tokens.js";

/** What a misspelt word or phrase was probably meant to be, and how much of the text it would replace. */
export interface Meant {
  readonly word: string;
  readonly offset: number;
  readonly length: number;
  /** How many letters are off; more than any misspelling for a phrase of which only the first word is there. */
  readonly distance: number;
}

/** Misspelt words and phrases of the language. */
export class Spelling {
  private readonly phrases: readonly string[];

  constructor(keywords: readonly string[]) {
    this.phrases = keywords.filter(isPhrase);
  }

  /** The nearest of some words to what stands at a place, or the one phrase among them that it begins. */
  at(offset: number, words: readonly string[], text: string): Meant | undefined {
    const written = /^[A-Za-z-]+(?:[ \t]+[A-Za-z-]+)*/.exec(text.slice(offset, offset + 60))?.[0].split(/[ \t]+/) ?? [];
    let best: Meant | undefined;
    for (let count = Math.min(5, written.length); count > 0; count--) {
      // `is atleast` is one word short of `is at least`.
      const candidates = words.filter((candidate) => Math.abs(candidate.split(" ").length - count) <= 1);
      const found = nearestWithDistance(written.slice(0, count).join(" "), candidates);
      if (found && found.distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
        best = { ...found, offset, length: lengthOf(count, text.slice(offset)) };
      }
    }
    if (best) return best;
    // A word of two letters begins too many things to say which was meant.
    const first = written[0] ?? "";
    const begun = first.length < 3 ? [] : words.filter((word) => word.startsWith(`${first} `));
    return begun.length === 1 ? { word: begun[0]!, offset, length: first.length, distance: 3 } : undefined;
  }

  /** At an unexpected word, or begun up to three words before it on the same line. */
  around(offset: number, expected: readonly string[], text: string): Meant | undefined {
    const line = text.lastIndexOf("\n", offset - 1) + 1;
    const before = [...text.slice(line, offset).matchAll(/[A-Za-z][\w-]*/g)].map((word) => line + word.index);
    const words = expected.filter((name) => /^[a-z]/.test(name));
    const atWord = /[A-Za-z]/.test(text[offset] ?? "");
    let best: Meant | undefined;
    for (const start of [offset, ...before.slice(-3).reverse()]) {
      const meant = this.at(start, start === offset ? [...words, ...this.phrases] : this.phrases, text);
      const end = start + (meant?.length ?? 0);
      // It must take in the unexpected word, or end right before an unexpected sign or number.
      const fits = end > offset || (!atWord && end < offset && text.slice(end, offset).trim() === "");
      if (meant && fits && meant.distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = meant;
    }
    return best;
  }
}

const lengthOf = (words: number, text: string): number =>
  new RegExp(`^[A-Za-z-]+(?:[ \\t]+[A-Za-z-]+){${words - 1}}`).exec(text)?.[0].length ?? 0;
