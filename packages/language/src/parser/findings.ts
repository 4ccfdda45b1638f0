import type { ILexingError, IRecognitionException, IToken } from "chevrotain";
import type { GrammarAST, LangiumDocument, ParseResult } from "langium";
import type { Fix } from "../diagnostics/finding.js";
import { type SyntaxId, syntax } from "../diagnostics/syntax.js";
import { BLOCKS, beginsLine, type Expectation, isEnd } from "./expectation.js";
import { lineWords } from "./line-words.js";
import type { SlipFinding } from "./slips/read.js";
import { nearest } from "./suggest.js";
import { isPhrase } from "./tokens.js";

/** What is said about a text that does not parse: one message for one mistake. */
export interface SyntaxFinding {
  readonly id: SyntaxId;
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  readonly fix?: Fix;
}

export class SyntaxFindings {
  private readonly lineWords: ReadonlyMap<string, readonly string[]>;

  constructor(
    grammar: GrammarAST.Grammar,
    private readonly keywords: readonly string[],
  ) {
    this.lineWords = lineWords(grammar);
  }

  /** By place. A line whose slips are told already is not told of again: what else is amiss there often follows from them. */
  of(document: LangiumDocument): SyntaxFinding[] {
    const { lexerErrors, parserErrors }: ParseResult = document.parseResult;
    const lineAt = (offset: number): number => document.textDocument.positionAt(offset).line;
    const text = document.textDocument.getText();
    const findings: SyntaxFinding[] = [];
    const told = new Set<number>();
    const chosen = new Set<number>();
    for (const slip of lexerErrors as readonly LexerError[]) {
      const line = lineAt(slip.offset);
      told.add(line).add(lineAt(slip.offset + slip.length));
      if (slip.id === "if-else" && chosen.has(line)) continue;
      if (slip.id === "if-else") chosen.add(line);
      findings.push({
        id: slip.id ?? "stray-mark",
        message: slip.message,
        offset: slip.offset,
        length: slip.length,
        ...(slip.fix ? { fix: slip.fix } : {}),
      });
    }
    for (const error of parserErrors as readonly ParserError[]) {
      const finding = this.ofParser(error, text);
      const lines = [lineAt(finding.offset), isEnd(error.token) ? -1 : lineAt(error.token.startOffset)];
      if (lines.some((line) => told.has(line))) continue;
      for (const line of lines) told.add(line);
      findings.push(finding);
    }
    return findings.sort((a, b) => a.offset - b.offset);
  }

  private ofParser({ message, token, expectation }: ParserError, text: string): SyntaxFinding {
    if (!expectation) return { id: "unexpected-text", message, ...place(token) };
    const { rule, expected, previous } = expectation;
    const block = BLOCKS[rule];
    const beginning = beginsLine(expectation);
    if (
      block &&
      beginning &&
      !isEnd(token) &&
      (expected.length === 0 || expected[0] === "}") &&
      token.tokenType.name !== "}"
    ) {
      return this.ofLine(token, rule, block.name, text);
    }
    const misspelt = isEnd(token) ? undefined : this.misspelt(token, expected, text);
    if (misspelt) return { ...misspelt, message: `${message} ${misspelt.message}` };
    const here = beginning && previous ? { offset: previous.endOffset! + 1, length: 0 } : place(token);
    const insert = this.missingWord(expectation);
    return { id: "unexpected-text", message, ...here, ...(insert ? { fix: insert } : {}) };
  }

  /** A line that begins with a word which means nothing there. */
  private ofLine(token: IToken, rule: string, name: string, text: string): SyntaxFinding {
    const here = this.lineWords.get(rule) ?? [];
    const meant = this.nearestAt(token.startOffset, here, text);
    const elsewhere = Object.entries(BLOCKS).filter(([other]) =>
      this.lineWords.get(other)?.includes(token.tokenType.name),
    );
    const word = text.slice(token.startOffset, token.startOffset + (meant?.length ?? token.image.length));
    const hint = meant
      ? `Did you mean "${meant.word}"?`
      : elsewhere.length > 0
        ? `It is a line of a ${[...new Set(elsewhere.map(([, block]) => block.name))].join(" or of a ")}.`
        : "";
    const message = syntax["unknown-word"].message({ word, place: `a ${name}`, hint });
    const range = { offset: token.startOffset, length: word.length };
    return { id: "unknown-word", message, ...range, ...(meant ? { fix: replace(range, meant.word) } : {}) };
  }

  /** A misspelt word or phrase at the token, or begun a word or two before it on the same line. */
  private misspelt(token: IToken, expected: readonly string[], text: string): SyntaxFinding | undefined {
    const line = text.lastIndexOf("\n", token.startOffset - 1) + 1;
    const before = [...text.slice(line, token.startOffset).matchAll(/[A-Za-z][\w-]*/g)].map(
      (word) => line + word.index,
    );
    const phrases = this.keywords.filter(isPhrase);
    for (const offset of [token.startOffset, ...before.slice(-3).reverse()]) {
      const words =
        offset === token.startOffset ? [...expected.filter((name) => /^[a-z]/.test(name)), ...phrases] : phrases;
      const meant = this.nearestAt(offset, words, text);
      if (!meant || offset + meant.length <= token.startOffset) continue;
      const range = { offset, length: meant.length };
      return {
        id: "unknown-word",
        message: `Did you mean "${meant.word}"?`,
        ...range,
        fix: replace(range, meant.word),
      };
    }
    return undefined;
  }

  /** The nearest of some words and phrases to what stands at a place, and how much of the text it would replace. */
  private nearestAt(
    offset: number,
    words: readonly string[],
    text: string,
  ): { word: string; length: number } | undefined {
    const written = /^[A-Za-z-]+(?:[ \t]+[A-Za-z-]+)*/.exec(text.slice(offset, offset + 60))?.[0];
    if (!written) return undefined;
    for (const count of [5, 4, 3, 2, 1]) {
      const first = new RegExp(`^(?:[A-Za-z-]+[ \\t]+){${count - 1}}[A-Za-z-]+`).exec(written)?.[0];
      if (!first) continue;
      const word = nearest(
        first.replace(/\s+/g, " "),
        words.filter((candidate) => candidate.split(" ").length === count),
      );
      if (word) return { word, length: first.length };
    }
    return undefined;
  }

  /** Where exactly one word or sign would do, one key puts it in. */
  private missingWord({ expected, previous, actual }: Expectation): Fix | undefined {
    const [only] = expected;
    if (expected.length !== 1 || !only || !previous || /^[A-Z]/.test(only)) return undefined;
    if (isEnd(actual) && only === "}")
      return { title: 'Insert "}"', edits: [{ offset: previous.endOffset! + 1, length: 0, text: "\n}" }] };
    if (only === "}") return undefined;
    const text = /^[,:]$/.test(only) ? only : ` ${only}`;
    return { title: `Insert "${only}"`, edits: [{ offset: previous.endOffset! + 1, length: 0, text }] };
  }
}

/** What the lexer itself cannot read has no entry of its own: it is a stray mark. */
type LexerError = ILexingError & Partial<SlipFinding>;
type ParserError = IRecognitionException & { readonly expectation?: Expectation };

const place = (token: IToken): { offset: number; length: number } =>
  isEnd(token)
    ? { offset: 0, length: 0 }
    : { offset: token.startOffset, length: token.endOffset! + 1 - token.startOffset };

const replace = (range: { offset: number; length: number }, word: string): Fix => ({
  title: `Write ${word}`,
  edits: [{ ...range, text: word }],
});
