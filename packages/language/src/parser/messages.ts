import type { IParserErrorMessageProvider, IToken, TokenType } from "chevrotain";
import { DefaultLexerErrorMessageProvider, LangiumParserErrorMessageProvider } from "langium";
import { syntax } from "../diagnostics/syntax.js";
import { BLOCKS, beginsLine, beginsThing, type Expectation, isEnd, shown, wanted } from "./expectation.js";
import { ruleName } from "./internals.js";

type Options<K extends keyof IParserErrorMessageProvider> = Parameters<IParserErrorMessageProvider[K]>[0];

/** What is said where a text does not parse: in the contract's words, never in names of tokens or rules. */
export class ConcordatParserMessages extends LangiumParserErrorMessageProvider {
  /** What was expected where the message that was built last speaks of. */
  expectation: Expectation | undefined;

  override buildMismatchTokenMessage({
    expected,
    actual,
    previous,
    ruleName: rule,
  }: Options<"buildMismatchTokenMessage">): string {
    return this.say([expected], rule, actual, previous);
  }

  override buildNotAllInputParsedMessage({
    firstRedundant,
    ruleName: rule,
  }: Options<"buildNotAllInputParsedMessage">): string {
    return this.say([], rule, firstRedundant, undefined);
  }

  override buildNoViableAltMessage({
    expectedPathsPerAlt,
    actual,
    previous,
    ruleName: rule,
  }: Options<"buildNoViableAltMessage">): string {
    const first = expectedPathsPerAlt.flatMap((paths) => paths.flatMap((path) => path[0] ?? []));
    return this.say(first, rule, actual[0]!, previous);
  }

  override buildEarlyExitMessage({
    expectedIterationPaths,
    actual,
    previous,
    ruleName: rule,
  }: Options<"buildEarlyExitMessage">): string {
    const first = expectedIterationPaths.flatMap((path) => path[0] ?? []);
    return this.say(first, rule, actual[0]!, previous);
  }

  private say(expected: readonly TokenType[], rule: string, actual: IToken, previous: IToken | undefined): string {
    const known = previous && !isEnd(previous) ? previous : undefined;
    this.expectation = { expected: expected.map((type) => type.name), rule: ruleName(rule), previous: known, actual };
    return describe(this.expectation);
  }
}

/** The sentence for something else than the grammar would have taken. */
export function describe(expectation: Expectation): string {
  const { expected, rule, previous, actual } = expectation;
  const block = BLOCKS[rule];
  if (expected.length === 0 || expected[0] === "EOF") {
    return actual.tokenType.name === "}"
      ? "This } closes nothing: there is one } too many above, or a { is missing."
      : `A file holds contracts, and ${shown(actual)} does not begin one.`;
  }
  if (block && expected[0] === "}") {
    if (isEnd(actual)) return `The ${block.name} is not closed: } is missing.`;
    if (beginsThing(expectation)) return `${shown(actual)} begins no line of a ${block.name}.`;
    return `Nothing more is expected in this line: ${shown(actual)} is too much, or a word before it is missing.`;
  }
  const after = previous ? ` after ${shown(previous)}` : "";
  const found = beginsLine(expectation) && !isEnd(actual) ? "" : `, found ${shown(actual)}`;
  return `Expected ${wanted(expectation)}${after}${found}.`;
}

export class ConcordatLexerMessages extends DefaultLexerErrorMessageProvider {
  override buildUnexpectedCharactersMessage(text: string, start: number, length: number): string {
    return syntax["stray-mark"].message({ mark: text.slice(start, start + length) });
  }
  override buildUnableToPopLexerModeMessage(): string {
    return syntax["stray-mark"].message({ mark: "This" });
  }
}
