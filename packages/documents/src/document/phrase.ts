/** A run of words inside a sentence. Writers escape every one of them: no text of a contract reaches a page another way. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  /** Something that the contract names, and the anchor of where it is said, if the document says it. */
  | { readonly kind: "term"; readonly text: string; readonly to?: string }
  /** The number of a clause or a section of the same document: "clause 1.9". Numbering puts the number in. */
  | { readonly kind: "cite"; readonly text: string; readonly to: string };

export type Phrase = readonly Inline[];
export type Words = Phrase | string | number;

export const text = (words: string): Phrase => (words === "" ? [] : [{ kind: "text", text: words }]);
export const strong = (words: string): Phrase => [{ kind: "strong", text: words }];
export const term = (words: string, to?: string): Phrase => [
  { kind: "term", text: words, ...(to === undefined ? {} : { to }) },
];
export const cite = (words: string, to: string): Phrase => [{ kind: "cite", text: words, to }];
export const phraseOf = (words: Words): Phrase => (typeof words === "object" ? words : text(`${words}`));

/** Builds a phrase: say`${a} is at least ${b}`. Strings become text, phrases stay what they are. */
export function say(strings: TemplateStringsArray, ...values: readonly Words[]): Phrase {
  return joined(strings.flatMap((string, index) => [text(string), phraseOf(values[index] ?? "")]));
}

/** Phrases one after the other; neighbouring text becomes one run. */
export function joined(parts: readonly Phrase[], between: Words = ""): Phrase {
  const runs: Inline[] = [];
  parts.forEach((part, index) => {
    for (const run of index === 0 ? part : [...phraseOf(between), ...part]) {
      const last = runs.at(-1);
      if (last?.kind === "text" && run.kind === "text")
        runs[runs.length - 1] = { kind: "text", text: last.text + run.text };
      else runs.push(run);
    }
  });
  return runs;
}

/** "A", "A and B", "A, B and C". */
export function listed(parts: readonly Phrase[], last = "and"): Phrase {
  if (parts.length < 2) return parts[0] ?? [];
  return joined([joined(parts.slice(0, -1), ", "), parts.at(-1)!], ` ${last} `);
}

/** The words alone, for charts, plain text and tests. */
export const wordsIn = (phrase: Phrase): string => phrase.map((run) => run.text).join("");

/** With a capital first letter, unless it begins with a term, whose letters are the contract's own. */
export function capitalised(phrase: Phrase): Phrase {
  const [first, ...rest] = phrase;
  if (first?.kind !== "text") return phrase;
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}
