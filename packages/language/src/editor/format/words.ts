import type { IToken } from "chevrotain";
import type { LangiumServices } from "langium/lsp";
import { isPhrase } from "../../parser/tokens.js";

/** A word of the text or a comment, in the order in which they stand. */
export interface Word {
  readonly offset: number;
  /** One past its last letter. */
  readonly end: number;
  /** As it will be written. */
  readonly text: string;
  /** The name of its token; of a comment, which of the two. */
  readonly kind: string;
  /** Line breaks between it and the word before. */
  readonly breaks: number;
}

export const LINE_COMMENT = "LINE_COMMENT";
export const BLOCK_COMMENT = "BLOCK_COMMENT";
export const isComment = ({ kind }: Word): boolean => kind === LINE_COMMENT || kind === BLOCK_COMMENT;

/** Terminals that are written with blanks inside: `1 April 2026`, `£3 million`. What stands in quotes is never touched. */
const SPACED: ReadonlySet<string> = new Set(["DATE", "DAY_OF_YEAR", "MONTH", "PERIOD", "MONEY"]);

/** Reads a text into words and comments; undefined where it holds something that is not the language's. */
export function wordsOf(text: string, { parser }: LangiumServices): Word[] | undefined {
  const { tokens, hidden, errors } = parser.Lexer.tokenize(text);
  if (errors.length > 0) return undefined;
  const all = [...tokens, ...hidden].sort((a, b) => a.startOffset - b.startOffset);
  let from = 0;
  return all.map((token) => {
    const { startOffset: offset } = token;
    const end = token.endOffset! + 1;
    const breaks = text.slice(from, offset).match(/\r\n|\r|\n/g)?.length ?? 0;
    from = end;
    return { offset, end, text: written(token, text.slice(offset, end)), kind: token.tokenType.name, breaks };
  });
}

function written({ tokenType: { name } }: IToken, text: string): string {
  if (name === LINE_COMMENT) return text.trimEnd();
  return isPhrase(name) || SPACED.has(name) ? text.replace(/\s+/g, " ") : text;
}

/** Whether two texts say the same word for word, comments among them. */
export const saySame = (before: readonly Word[], after: readonly Word[] | undefined): boolean =>
  before.length === after?.length &&
  before.every(({ kind, text }, at) => {
    const other = after[at]!;
    // Only the lines of a comment over several lines are moved, each as a whole.
    return (
      kind === other.kind &&
      (kind === BLOCK_COMMENT ? unindented(text) === unindented(other.text) : text === other.text)
    );
  });

export const unindented = (comment: string): string => comment.replace(/(\r\n|\r|\n)[ \t]*/g, "\n");
