import {
  type IToken,
  MismatchedTokenException,
  type TokenType,
  type TokenTypeDictionary,
  tokenMatcher,
} from "chevrotain";
import { createLangiumParser, type LangiumCoreServices, type LangiumParser } from "langium";
import { closeBlocks } from "./closing.js";
import type { Expectation } from "./expectation.js";

/**
 * Going on after a mistake. To the grammar line breaks mean nothing, yet they are the best hint of where a reader's next
 * thought begins: so a text in which nothing is wrong is read by the grammar alone, and one in which something is wrong
 * is read again with its lines in view. Then reading resumes only at the first token of a line, passes over a nested
 * `{ … }` as one thing, and believes a `}` only where its line is indented no deeper than the line that opened the block.
 */
export function createConcordatParser(services: LangiumCoreServices): LangiumParser {
  const parser = createLangiumParser(services);
  const internals = (parser as unknown as { wrapper: Internals }).wrapper;
  const lines = linesOf(internals);
  rememberExpectations(internals, services);
  resumeAtLines(internals, lines);
  const guard = keepLineWords(internals, lines);
  readLines(internals, services.parser.Lexer.definition, guard);
  const parse = parser.parse.bind(parser);
  parser.parse = (input, options) => {
    guard.on = false;
    const result = parse(input, options);
    if (result.parserErrors.length === 0) return result as never;
    guard.on = true;
    return parse(input, options) as never;
  };
  return parser;
}

/** What is used of the parser generator, which offers no hooks: the versions are pinned, and a test deletes every token. */
interface Internals {
  consumeInternal(type: TokenType, index: number, options: unknown): IToken;
  consumeInternalError(type: TokenType, next: IToken, options: unknown): void;
  consumeInternalRecovery(type: TokenType, index: number, error: unknown): IToken;
  currIdx: number;
  input: IToken[];
  errors: Error[];
  LA(distance: number): IToken;
  SKIP_TOKEN(): IToken;
  flattenFollowSet(): TokenType[];
  SAVE_ERROR(error: Error): Error;
  exportLexerState(): number;
  importLexerState(state: number): void;
  getCurrRuleFullName(): string;
  errorMessageProvider: { buildMismatchTokenMessage(options: object): string };
  tryInRepetitionRecovery(
    rule: (...args: unknown[]) => void,
    args: unknown[],
    lookAhead: () => boolean,
    expected: TokenType,
  ): void;
  findReSyncTokenType(): TokenType;
  reSyncTo(type: TokenType): IToken[];
  canRecoverWithSingleTokenDeletion(type: TokenType): boolean;
  canRecoverWithSingleTokenInsertion(type: TokenType, follows: TokenType[]): boolean;
}

interface Lines {
  /** Whether the token at a distance from the parser is the first of its line. */
  first(distance: number): boolean;
  /** Whether reading may resume there. */
  resumes(distance: number): boolean;
  /** Whether its line is indented no deeper than the line that opened the block: there the block may have ended. */
  outside(distance: number): boolean;
}

/** A token at a distance, without a trace: what prediction looks at is watched (see `watchPrediction`). */
const peek = (parser: Internals, distance: number): IToken =>
  (Object.getPrototypeOf(parser) as Internals).LA.call(parser, distance);

const kind = (token: IToken): string => token.tokenType.name;

function linesOf(parser: Internals): Lines {
  const first = (at: number): boolean => {
    if (at + parser.currIdx <= 0) return true;
    return !(peek(parser, at - 1).endLine! >= peek(parser, at).startLine!);
  };
  const indent = (at: number): number => {
    let begin = at;
    while (!first(begin)) begin--;
    return peek(parser, begin).startColumn ?? 1;
  };
  // The indentation of the lines that opened the blocks in which the parser stands; read once from left to right.
  let seen: { input: IToken[]; next: number; open: number[] } = { input: [], next: 0, open: [] };
  const block = (): number => {
    if (seen.input !== parser.input || seen.next > parser.currIdx + 1)
      seen = { input: parser.input, next: 0, open: [] };
    for (; seen.next <= parser.currIdx; seen.next++) {
      const at = seen.next - parser.currIdx;
      const name = kind(peek(parser, at));
      if (name === "{") seen.open.push(indent(at));
      else if (name === "}" && seen.open.length > 0 && indent(at) <= seen.open.at(-1)!) seen.open.pop();
    }
    return seen.open.at(-1) ?? 0;
  };
  const resumes = (at: number): boolean => {
    const name = kind(peek(parser, at));
    if (name === "EOF" || name === "," || name === ":") return true;
    return name === "}" ? indent(at) <= block() : first(at);
  };
  return { first, resumes, outside: (at) => first(at) && indent(at) <= block() };
}

/**
 * Keeps with each mistake what was expected there, for its message; and where prediction ran ahead, the farthest token that
 * it looked at: a list goes on only where the whole next item can be read, so the mistake is there and not at the comma.
 */
function rememberExpectations(parser: Internals, services: LangiumCoreServices): void {
  const provider = services.parser.ParserErrorMessageProvider as { expectation?: Expectation };
  const save = parser.SAVE_ERROR.bind(parser);
  let farthest = 0;
  let watched: IToken[] = [];
  // Prediction never asks for the next token in this way: who does is describing or mending a mistake.
  let mending = -1;
  parser.LA = (distance) => {
    if (watched !== parser.input) [watched, farthest, mending] = [parser.input, 0, -1];
    if (distance === 1) mending = parser.currIdx;
    if (mending !== parser.currIdx) farthest = Math.max(farthest, parser.currIdx + distance);
    return peek(parser, distance);
  };
  const deletable = parser.canRecoverWithSingleTokenDeletion.bind(parser);
  parser.canRecoverWithSingleTokenDeletion = (type) => {
    mending = parser.currIdx;
    return deletable(type);
  };
  parser.SAVE_ERROR = (error) => {
    const { expectation } = provider;
    const at = expectation ? parser.input.indexOf(expectation.actual, Math.max(0, parser.currIdx)) : -1;
    const far =
      at >= 0 && farthest > at ? { previous: parser.input[farthest - 1], actual: parser.input[farthest] } : undefined;
    return save(Object.assign(error, { expectation: expectation && { ...expectation, far } }));
  };
}

function resumeAtLines(parser: Internals, { first, resumes, outside }: Lines): void {
  const insertable = parser.canRecoverWithSingleTokenInsertion.bind(parser);
  // A block is not closed in the middle of a line because the next word could follow it; and a word of the language that
  // begins a line is not taken for the name after what is missing.
  parser.canRecoverWithSingleTokenInsertion = (type, follows) => {
    const next = peek(parser, 1);
    if (type.name === "}") return insertable(type, follows) && (kind(next) === "EOF" || outside(1));
    const asItself = first(1) && !["NAME", "LINE_NAME"].includes(kind(next));
    return insertable(type, asItself ? follows.filter((follow) => follow.name !== "ID") : follows);
  };
  const skipOne = parser.SKIP_TOKEN.bind(parser);
  parser.SKIP_TOKEN = () => {
    let depth = kind(peek(parser, 1)) === "{" ? 1 : 0;
    let next = skipOne();
    for (; depth > 0 && kind(next) !== "EOF"; next = skipOne()) depth += depthOf(next);
    return next;
  };
  parser.findReSyncTokenType = () => {
    const follows = parser.flattenFollowSet();
    for (let at = 1, depth = 0; ; at++) {
      const token = peek(parser, at);
      const found = depth === 0 && resumes(at) ? follows.find((type) => tokenMatcher(token, type)) : undefined;
      if (found || kind(token) === "EOF") return found ?? token.tokenType;
      depth = Math.max(0, depth + depthOf(token));
    }
  };
  parser.reSyncTo = (type) => {
    const skipped: IToken[] = [];
    while (kind(peek(parser, 1)) !== "EOF" && !(tokenMatcher(peek(parser, 1), type) && resumes(1)))
      skipped.push(parser.SKIP_TOKEN());
    return skipped.slice(0, -1);
  };
  parser.tryInRepetitionRecovery = (rule, args, lookAhead, expected) => {
    const stop = parser.findReSyncTokenType();
    const state = parser.exportLexerState();
    const actual = peek(parser, 1);
    const previous = peek(parser, 0);
    const report = (): void => {
      const ruleName = parser.getCurrRuleFullName();
      const message = parser.errorMessageProvider.buildMismatchTokenMessage({ expected, actual, previous, ruleName });
      parser.SAVE_ERROR(new MismatchedTokenException(message, actual, previous));
    };
    for (;;) {
      const at = peek(parser, 1);
      const here = resumes(1);
      if (here && tokenMatcher(at, expected)) return report();
      if (here && lookAhead.call(parser)) {
        report();
        rule.apply(parser, args);
        return;
      }
      if ((here && tokenMatcher(at, stop)) || kind(at) === "EOF") return parser.importLexerState(state);
      parser.SKIP_TOKEN();
    }
  };
}

const depthOf = (token: IToken): number => (kind(token) === "{" ? 1 : kind(token) === "}" ? -1 : 0);

/** Rules whose lines begin with a reader's own name. */
const LINES_OF_NAMES: ReadonlySet<string> = new Set(["Field", "GroupFigure", "KeyedValue", "Member", "CategoryValue"]);

/**
 * A name left out at the end of a line must not take the word that begins the next: `weight 40% on⏎ weight 30% …`. While
 * the guard is on, a word of the language that is first on its line is a name only where lines begin with names.
 */
function keepLineWords(parser: Internals, { first }: Lines): { on: boolean } {
  const guard = { on: false };
  const consume = parser.consumeInternal.bind(parser);
  const mayBeName = (type: TokenType, next: IToken): boolean =>
    !guard.on ||
    type.name !== "ID" ||
    ["NAME", "LINE_NAME"].includes(kind(next)) ||
    !tokenMatcher(next, type) ||
    !first(1) ||
    [",", "{", "("].includes(kind(peek(parser, 0))) ||
    LINES_OF_NAMES.has(ruleName(parser.getCurrRuleFullName()));
  parser.consumeInternal = (type, index, options) => {
    const next = peek(parser, 1);
    if (mayBeName(type, next)) return consume(type, index, options);
    try {
      parser.consumeInternalError(type, next, options);
    } catch (error) {
      return parser.consumeInternalRecovery(type, index, error);
    }
    return next;
  };
  return guard;
}

/** While the guard is on, what is read is the text with its blocks closed, and a name that begins a line is no unit of the number above. */
function readLines(parser: Internals, types: TokenTypeDictionary, guard: { on: boolean }): void {
  const { get, set } = inherited(parser, "input");
  Object.defineProperty(parser, "input", {
    configurable: true,
    get: () => get?.call(parser),
    set: (input: IToken[]) => {
      if (!guard.on) return set?.call(parser, input);
      const { tokens, unclosed } = closeBlocks(input, types["}"]!);
      set?.call(
        parser,
        tokens.map((token, at) => asLineName(token, tokens[at - 1], types.LINE_NAME!)),
      );
      for (const { opening, last, next } of unclosed) {
        const words = opening.map((token) => token.image).join(" ");
        const message = `} is missing: what begins with "${words}" on line ${opening[0]!.startLine} is not closed.`;
        const expectation: Expectation = { expected: ["}"], rule: "", previous: last, actual: next };
        const error = new MismatchedTokenException(message, next, last);
        parser.errors = [...parser.errors, Object.assign(error, { expectation })];
      }
    },
  });
}

function asLineName(token: IToken, previous: IToken | undefined, type: TokenType): IToken {
  if (kind(token) !== "NAME" || !previous || previous.endLine! >= token.startLine!) return token;
  return { ...token, tokenType: type, tokenTypeIdx: type.tokenTypeIdx! };
}

function inherited(object: object, property: string): PropertyDescriptor {
  for (let at = Object.getPrototypeOf(object); at; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, property);
    if (found) return found;
  }
  return {};
}

/** The name of a rule without the generator's marks. */
export const ruleName = (full: string): string => full.replace(/\W/g, "");
