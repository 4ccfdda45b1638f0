/**
 * A whole clause to fill in. Its text has gaps, numbered in the order in which they are filled: `‹1:falls›` has the text
 * that stands there at first, `‹2|each year,each quarter›` a choice, `‹0›` is where the cursor ends. `‹3@metric:falls›`
 * is a gap for a name of that kind: a choice of those that the contract declares, or the word given where it has none.
 */
export interface Clause {
  /** The rule of the grammar and the word of it that the clause begins with. */
  readonly at: readonly [rule: string, word: string];
  /** What it is, after its first word: `metric: a share of records`. */
  readonly title: string;
  readonly text: string;
}

/** Kinds of names that a gap may ask for. */
export type GapKind =
  | "commissioner"
  | "payee"
  | "party"
  | "metric"
  | "figure"
  | "records"
  | "payment"
  | "list"
  | "contract";

/** What the contract declares of a kind, in the order of the text. */
export type NamesOfKind = (kind: GapKind) => readonly string[];

/** A choice in a snippet gets long; the rest is typed. */
const MOST = 20;

/** Each gap of a text: its number, its kind, whether it is a choice, and what stands there at first. */
const GAP = /‹(\d+)(?:@([a-z]+))?(?:([:|])([^›]*))?›/g;

type FillGap = (stop: string, words: readonly string[]) => string;

function filled(text: string, names: NamesOfKind, gap: FillGap): string {
  return text.replace(GAP, (_, stop: string, kind: GapKind | undefined, mark: string | undefined, words = "") => {
    if (kind) {
      // What is half written has no name yet.
      const known = names(kind).filter(Boolean).slice(0, MOST);
      return gap(stop, known.length > 0 ? known : [words]);
    }
    return gap(stop, mark === "|" ? words.split(",") : words ? [words] : []);
  });
}

/** As a snippet of the Language Server Protocol, in the contract's currency. */
export function snippetOf({ text }: Clause, names: NamesOfKind, sign: string): string {
  const escaped = (word: string): string => word.replace(/[\\$}]/g, "\\$&");
  const snippet = filled(inCurrency(text, sign).replaceAll("$", "\\$"), names, (stop, words) => {
    if (words.length === 0) return `$${stop}`;
    return words.length > 1
      ? `\${${stop}|${words.join(",")}|}`
      : `\${${stop}:${escaped(words[0]!.replaceAll("\\$", "$"))}}`;
  });
  return snippet;
}

/** The text that stands there when every gap is left as it is. */
export const plainOf = ({ text }: Clause, names: NamesOfKind, sign: string): string =>
  filled(inCurrency(text, sign), names, (_, words) => words[0] ?? "");

const inCurrency = (text: string, sign: string): string => text.replaceAll("£", sign);
