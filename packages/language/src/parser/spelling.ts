import { nearest } from "./suggest.js";
import { isPhrase } from "./tokens.js";

/** What a misspelt word or phrase was probably meant to be, and how much of the text it would replace. */
export interface Meant {
  readonly word: string;
  readonly offset: number;
  readonly length: number;
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
    for (let count = Math.min(5, written.length); count > 0; count--) {
      const tried = written.slice(0, count).join(" ");
      const word = nearest(
        tried,
        words.filter((candidate) => candidate.split(" ").length === count),
      );
      if (word) return { word, offset, length: lengthOf(count, text.slice(offset)) };
    }
    const begun = words.filter((word) => written[0] && word.startsWith(`${written[0]} `));
    return begun.length === 1 ? { word: begun[0]!, offset, length: written[0]!.length } : undefined;
  }

  /** At an unexpected word, or begun up to three words before it on the same line. */
  around(offset: number, expected: readonly string[], text: string): Meant | undefined {
    const line = text.lastIndexOf("\n", offset - 1) + 1;
    const before = [...text.slice(line, offset).matchAll(/[A-Za-z][\w-]*/g)].map((word) => line + word.index);
    const words = expected.filter((name) => /^[a-z]/.test(name));
    for (const start of [offset, ...before.slice(-3).reverse()]) {
      const meant = this.at(start, start === offset ? [...words, ...this.phrases] : this.phrases, text);
      if (meant && start + meant.length > offset) return meant;
    }
    return undefined;
  }
}

const lengthOf = (words: number, text: string): number =>
  new RegExp(`^[A-Za-z-]+(?:[ \\t]+[A-Za-z-]+){${words - 1}}`).exec(text)?.[0].length ?? 0;
