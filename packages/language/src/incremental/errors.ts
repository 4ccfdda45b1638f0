import type { ILexingError, IRecognitionException, IToken } from "chevrotain";
import type { ParseResult } from "langium";
import type { Fix } from "../diagnostics/finding.js";
import type { Expectation } from "../parser/expectation.js";
import { type Shift, shiftToken } from "./shift.js";

type LexerError = ILexingError & { fix?: Fix };
type ParserError = IRecognitionException & { previousToken?: IToken; expectation?: Expectation };

/** What is wrong with a text: it moves with the text. */
export interface Errors {
  readonly lexer: readonly LexerError[];
  readonly parser: readonly ParserError[];
}

export const errorsOf = ({ lexerErrors, parserErrors }: ParseResult): Errors => ({
  lexer: lexerErrors as readonly LexerError[],
  parser: parserErrors as readonly ParserError[],
});

export const isClean = ({ lexer, parser }: Errors): boolean => lexer.length + parser.length === 0;

/** Every token that an error tells of. */
function tokensOf({ token, previousToken, resyncedTokens, expectation }: ParserError): IToken[] {
  const { previous, actual, far } = expectation ?? {};
  const tokens = [token, previousToken, ...(resyncedTokens ?? []), previous, actual, far?.previous, far?.actual];
  return [...new Set(tokens.filter((one) => one !== undefined))];
}

/** Whether all that errors tell of lies between two offsets: a token that is not in the text lies nowhere. */
export const lieWithin = (errors: Errors, from: number, to: number): boolean =>
  errors.lexer.every(({ offset, length }) => offset >= from && offset + length <= to) &&
  errors.parser.every((error) =>
    tokensOf(error).every(({ startOffset, endOffset }) => startOffset >= from && (endOffset ?? Number.NaN) < to),
  );

/** Those whose place passes a test. */
export const thoseAt = ({ lexer, parser }: Errors, test: (offset: number) => boolean): Errors => ({
  lexer: lexer.filter(({ offset }) => test(offset)),
  parser: parser.filter(({ token }) => test(token.startOffset)),
});

export function shifted({ lexer, parser }: Errors, shift: Shift): Errors {
  for (const token of new Set(parser.flatMap(tokensOf))) shiftToken(token, shift);
  return {
    parser,
    lexer: lexer.map((error) => ({
      ...error,
      offset: error.offset + shift.offset,
      ...(error.line === undefined ? {} : { line: error.line + shift.lines }),
      ...(error.fix ? { fix: movedFix(error.fix, shift.offset) } : {}),
    })),
  };
}

const movedFix = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map((edit) => ({ ...edit, offset: edit.offset + by })),
});
