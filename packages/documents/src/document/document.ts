import type { SourceRange } from "@concordat/model";
import type { Phrase } from "./phrase.js";

/**
 * A legal document, before anyone decides how it looks: sections of numbered clauses, tables and figures. Writers turn it
 * into HTML, Markdown or text and change no word; `numbering.ts` gives every writer the same numbers.
 */
export interface LegalDocument {
  /** BCP 47, such as "en-GB". */
  readonly language: string;
  readonly title: Phrase;
  /** What kind of document it is: "Plain-English summary". */
  readonly kind: string;
  /** Facts under the title. */
  readonly facts: readonly { readonly label: string; readonly value: Phrase }[];
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly heading: Phrase;
  readonly blocks: readonly Block[];
  readonly sections?: readonly Section[];
}

export type Block = Clause | Paragraph | Subheading | Note | Table | Figure;

/** A sentence that can be cited: it gets a number. Its items are lettered (a), (b); theirs (i), (ii). */
export interface Clause {
  readonly kind: "clause";
  readonly text: Phrase;
  readonly items?: readonly Item[];
  readonly id?: string;
  /** The line of the contract that it says. */
  readonly source?: SourceRange;
}
export interface Item {
  readonly text: Phrase;
  readonly items?: readonly Item[];
}
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Phrase;
}
/** Divides the clauses of a section; their numbers run on. */
export interface Subheading {
  readonly kind: "subheading";
  readonly text: Phrase;
}
/** What a reader should know of the clauses beside it; it adds no rule of its own. */
export interface Note {
  readonly kind: "note";
  readonly text: Phrase;
}
export interface Table {
  readonly kind: "table";
  readonly caption: Phrase;
  readonly columns: readonly { readonly heading: Phrase; readonly align: "left" | "right" }[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly Phrase[])[];
}
export interface Figure {
  readonly kind: "figure";
  readonly caption: Phrase;
  /** A drawing that says itself what it shows, by its title and desc. */
  readonly svg: string;
  /** The same in words, for formats without drawings. */
  readonly description: string;
}

export const clause = (text: Phrase, items?: readonly Item[], id?: string): Clause => ({
  kind: "clause",
  text,
  ...(items && items.length > 0 ? { items } : {}),
  ...(id === undefined ? {} : { id }),
});
export const item = (text: Phrase, items?: readonly Item[]): Item => ({
  text,
  ...(items && items.length > 0 ? { items } : {}),
});
export const note = (text: Phrase): Note => ({ kind: "note", text });
export const subheading = (text: Phrase): Subheading => ({ kind: "subheading", text });
