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
import { Foresight } from "./foresight.js";
import { type Internals, kind, peek, ruleName } from "./internals.js";
import { type Lines, linesOf } from "./lines.js";

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
  const foresight = new Foresight(internals);
  rememberExpectations(internals, services, foresight);
  resumeAtLines(internals, lines, foresight);
  const guard = keepLineWords(internals, lines, foresight);
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

/** Keeps with each mistake what was expected there, for its message. */
function rememberExpectations(parser: Internals, services: LangiumCoreServices, foresight: Foresight): void {
  const provider = services.parser.ParserErrorMessageProvider as { expectation?: Expectation };
  const save = parser.SAVE_ERROR.bind(parser);
  parser.SAVE_ERROR = (error) => {
    const { expectation } = provider;
    const far = expectation && foresight.beyond(expectation.actual);
    return save(Object.assign(error, { expectation: expectation && { ...expectation, far } }));
  };
}

function resumeAtLines(parser: Internals, { first, resumes, outside }: Lines, foresight: Foresight): void {
  const insertable = parser.canRecoverWithSingleTokenInsertion.bind(parser);
  // A block is not closed in the middle of a line because the next word could follow it; and a word of the language that
  // begins a line is not taken for the name after what is missing.
  parser.canRecoverWithSingleTokenInsertion = (type, follows) => {
    const next = peek(parser, 1);
    if (type.name === "}") return insertable(type, follows) && (kind(next) === "EOF" || outside(1));
    const asItself = first(1) && !["NAME", "LINE_NAME"].includes(kind(next));
    return insertable(type, asItself ? follows.filter((follow) => follow.name !== "ID") : follows);
  };
  // Nor is a word left out for the sake of one that begins the next line.
  const deletable = parser.canRecoverWithSingleTokenDeletion.bind(parser);
  parser.canRecoverWithSingleTokenDeletion = (type) => !first(2) && deletable(type);
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
      if (here && foresight.aside(() => lookAhead.call(parser))) {
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
const LINES_OF_NAMES: ReadonlySet<string> = new Set(["CardLine", "Field", "GroupFigure", "Intake", "Place"]);

/**
 * A name left out at the end of a line must not take the word that begins the next: `weight 40% on⏎ weight 30% …`. While
 * the guard is on, a word of the language that is first on its line is a name only where lines begin with names.
 */
function keepLineWords(parser: Internals, { first }: Lines, foresight: Foresight): { on: boolean } {
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
    foresight.forget();
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
