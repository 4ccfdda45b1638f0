/** A construct of several parts, as its signature shows it. */
export interface Construct {
  /** The word or phrase that it begins with. */
  readonly word: string;
  /** It begins a line: elsewhere its word means something else, as in `points of a above b`. */
  readonly line?: true;
  /** Its parts in the order of writing; together they are its signature. */
  readonly parts: readonly Part[];
  /** Which part is being written, by what stands between the word and the cursor. */
  readonly current: (written: string) => number;
}

export interface Part {
  /** As the signature shows it: `value at place`. */
  readonly label: string;
  /** What belongs there. */
  readonly help: string;
}

/** The part after the last of these marks that is written; the marks of one part may be several. Part 0 has none. */
export const afterMarks =
  (...marks: readonly RegExp[]) =>
  (written: string): number =>
    marks.reduce((at, mark, index) => (mark.test(written) ? index + 1 : at), 0);

/** What stands after the last comma: the entry of a list that is being written. */
export const lastEntry = (written: string): string => written.slice(written.lastIndexOf(",") + 1);
