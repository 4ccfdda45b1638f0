import type { ILexingError, IRecognitionException, IToken } from "chevrotain";
import type { GrammarAST, LangiumDocument, ParseResult } from "langium";
import type { Fix } from "../diagnostics/finding.js";
import { type SyntaxId, syntax } from "../diagnostics/syntax.js";
import { ifElseMend } from "../mends/if-else.js";
import { BLOCKS, beginsLine, beginsThing, type Expectation, isEnd, oneOf, shown } from "./expectation.js";
import { lineWords } from "./line-words.js";
import { withoutFrom } from "./points-of-file.js";
import { endOfUnopenedText } from "./prose.js";
import type { SlipFinding } from "./slips/read.js";
import { type Meant, Spelling } from "./spelling.js";
import { isPhrase, isWord } from "./tokens.js";

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
  private readonly spelling: Spelling;

  constructor(
    grammar: GrammarAST.Grammar,
    private readonly words: readonly string[],
  ) {
    this.lineWords = lineWords(grammar);
    this.spelling = new Spelling(words);
  }

  /** By place. A line whose slips are told already is not told of again: what else is amiss there often follows from them. */
  of(document: LangiumDocument): SyntaxFinding[] {
    const { lexerErrors, parserErrors }: ParseResult = document.parseResult;
    const lineAt = (offset: number): number => document.textDocument.positionAt(offset).line;
    const text = document.textDocument.getText();
    const unopened = unopenedTexts(parserErrors, text);
    const findings: SyntaxFinding[] = [];
    const told = new Set<number>();
    const conditional = new Set<number>();
    for (const slip of lexerErrors as readonly LexerError[]) {
      if (unopened.some(([start, end]) => slip.offset >= start && slip.offset < end)) continue;
      const line = lineAt(slip.offset);
      told.add(line).add(lineAt(slip.offset + slip.length));
      // `if … else …` is one slip.
      if (slip.id === "if-else" && conditional.has(line)) continue;
      if (slip.id === "if-else") conditional.add(line);
      const { id = "stray-mark", message, offset, length } = slip;
      const fix = id === "if-else" ? ifElseMend(text, offset) : slip.fix;
      findings.push({ id, message, offset, length, ...(fix ? { fix } : {}) });
    }
    // A text that is never closed takes in the end of the file.
    const end = text.trimEnd().length;
    const endTaken = lexerErrors.some(({ offset, length }) => offset + length >= end);
    let unfinished: number | undefined;
    for (const error of parserErrors as readonly ParserError[]) {
      if (endTaken && isEnd(error.token)) continue;
      if (error.expectation?.rule === "Import") {
        // An import that is not finished takes in the line below it: what is amiss there follows from it.
        if (unfinished !== undefined && !/\bimport\b/.test(text.slice(unfinished, error.token.startOffset))) continue;
        unfinished = error.expectation.previous?.endOffset;
      }
      const finding = this.ofParser(error, text);
      const line = lineAt(finding.offset);
      if (told.has(line)) continue;
      told.add(line);
      findings.push(finding);
    }
    return findings.sort((a, b) => a.offset - b.offset);
  }

  private ofParser({ message, token, expectation }: ParserError, text: string): SyntaxFinding {
    if (!expectation) return { id: "unexpected-text", message, ...place(token) };
    const { rule, expected, previous } = expectation;
    const ends = expected.length === 0 || expected[0] === "}" || expected[0] === "EOF";
    const isText = !isEnd(token) && /^[A-Za-z]/.test(token.image);
    const mayBeMisspelt = !isEnd(token) && !isWellWritten(token, previous);
    if (BLOCKS[rule] && ends && isText && beginsThing(expectation)) return this.ofLine(token, rule, text);
    if (expectation.far && expected.length > 0 && expected[0] !== "EOF")
      return this.farther(expectation.far, rule, text) ?? { id: "unexpected-text", message, ...place(token) };
    const meant = mayBeMisspelt && rule ? this.spelling.around(token.startOffset, expected, text) : undefined;
    if (meant) return misspelt(meant, text);
    const here = beginsLine(expectation) && previous ? { offset: previous.endOffset! + 1, length: 0 } : place(token);
    const fix = missingWord(expectation);
    return { id: "unexpected-text", message, ...here, ...(fix ? { fix } : {}) };
  }

  /** A mistake inside what comes next. */
  private farther(
    { previous, actual }: NonNullable<Expectation["far"]>,
    rule: string,
    text: string,
  ): SyntaxFinding | undefined {
    if (!previous || !actual) return undefined;
    const written = withoutFrom(rule, previous, actual);
    if (written) return { id: "unexpected-text", ...place(previous), ...written };
    const meant =
      isEnd(actual) || isPhrase(actual.tokenType.name)
        ? undefined
        : this.spelling.around(actual.startOffset, this.words, text);
    if (meant) return misspelt(meant, text);
    const message = `Something is missing or wrong between ${shown(previous)} and ${shown(actual)}.`;
    const begins = isEnd(actual) || previous.endLine! < actual.startLine!;
    return {
      id: "unexpected-text",
      message,
      ...(begins ? { offset: previous.endOffset! + 1, length: 0 } : place(actual)),
    };
  }

  /** A line that begins with a word which means nothing there. */
  private ofLine(token: IToken, rule: string, text: string): SyntaxFinding {
    const meant = this.spelling.at(token.startOffset, this.lineWords.get(rule) ?? [], text);
    const range = { offset: token.startOffset, length: meant?.length ?? token.image.length };
    const begun = this.lineWords.get(rule)?.filter((word) => word.startsWith(`${token.image} `)) ?? [];
    const hint = meant
      ? `Did you mean "${meant.word}"?`
      : begun.length > 0
        ? `Did you mean ${oneOf(begun.map((word) => `"${word}"`))}?`
        : this.elsewhere(token.tokenType.name);
    const word = text.slice(range.offset, range.offset + range.length);
    const message = syntax["unknown-word"].message({ word, place: `a ${BLOCKS[rule]!.name}`, hint });
    return { id: "unknown-word", message, ...range, ...(meant ? { fix: replacing(meant) } : {}) };
  }

  /** The blocks that do have such lines. */
  private elsewhere(word: string): string {
    const blocks = Object.entries(BLOCKS).filter(([rule]) => this.lineWords.get(rule)?.includes(word));
    const names = [...new Set(blocks.map(([, { name }]) => `a ${name}`))];
    return names.length > 0 ? `It begins a line of ${names.join(" or ")}.` : "";
  }
}

/** What the lexer itself cannot read has no entry of its own: it is a stray mark. */
type LexerError = ILexingError & Partial<SlipFinding>;
type ParserError = IRecognitionException & { readonly expectation?: Expectation };

/** From where a text was expected to where marks close one: what stands there is that text, and its marks are missing. */
const unopenedTexts = (errors: readonly ParserError[], text: string): [number, number][] =>
  errors.flatMap(({ token, expectation }) => {
    const expected = expectation?.expected.includes("PROSE_PLAIN") && !isEnd(token);
    const end = expected ? endOfUnopenedText(text, token.startOffset) : undefined;
    return end === undefined ? [] : [[token.startOffset, end]];
  });

function misspelt(meant: Meant, text: string): SyntaxFinding {
  const { offset, length, word } = meant;
  const message = syntax["misspelt-word"].message({ written: text.slice(offset, offset + length), word });
  return { id: "misspelt-word", message, offset, length, fix: replacing(meant) };
}

const COLON_AFTER_NAME: ReadonlySet<string> = new Set(["Figure", "CardLine", "Always"]);

/** Where exactly one word or sign would do, one key puts it in. */
function missingWord({ expected, previous, actual, rule }: Expectation): Fix | undefined {
  const [only] = expected;
  if (expected.length !== 1 || !only || !previous || /^[A-Z]/.test(only)) return undefined;
  // Elsewhere a name with a colon may be left out altogether, and what is missing is something else.
  if (only === ":" && !COLON_AFTER_NAME.has(rule)) return undefined;
  const inLine = !isEnd(actual) && previous.endLine === actual.startLine;
  // At the end of a line more than one word may be missing; in the middle no block is opened or closed.
  if (inLine === /^[{}]$/.test(only)) return undefined;
  const indent = isEnd(actual) ? 0 : actual.startColumn! - 1;
  const text = only === "}" ? `\n${" ".repeat(indent)}}` : only === "," || rule === "CardLine" ? only : ` ${only}`;
  return { title: `Insert ${only}`, edits: [{ offset: previous.endOffset! + 1, length: 0, text }] };
}

/** A phrase is spelt well, and so is a word of the language that begins a line: what is wrong stands before it. */
const isWellWritten = (token: IToken, previous: IToken | undefined): boolean =>
  isPhrase(token.tokenType.name) || (isWord(token.tokenType.name) && (previous?.endLine ?? 0) < token.startLine!);

const place = (token: IToken): { offset: number; length: number } =>
  isEnd(token)
    ? { offset: 0, length: 0 }
    : { offset: token.startOffset, length: token.endOffset! + 1 - token.startOffset };

const replacing = ({ word, offset, length }: Meant): Fix => ({
  title: `Write ${word}`,
  edits: [{ offset, length, text: word }],
});
