import { Lexer, type TokenType, type TokenVocabulary } from "chevrotain";
import { DefaultTokenBuilder, type GrammarAST, type TokenBuilderOptions } from "langium";
import { continuesProse, openProse } from "./prose.js";
import { withSlips } from "./slips/read.js";

/**
 * Words that join expressions or begin a kind of value. No name may be one of these; with them reserved one word is enough
 * to tell how a line goes on, and a mistake inside a value is told where it is.
 */
export const RESERVED: ReadonlySet<string> = new Set([
  "and",
  "or",
  "not",
  "is",
  "of",
  "per",
  "where",
  "plus",
  "less",
  "times",
  "above",
  "below",
  "total",
  "average",
  "highest",
  "lowest",
  "latest",
  "it",
  "its",
  "that",
  "previous",
  "scaled",
  "tiered",
  "banded",
]);

/** Phrases that end a line of a block, where the same words go on with a value elsewhere: `when below 12%` is two tokens. */
const LAST_ON_LINE: ReadonlySet<string> = new Set(["when below", "when above"]);
const ENDS_A_LINE = "(?=\\s*(?:\\}|\\/[\\/*]|(?![\\s\\S])|(?:paid|each|then|only)\\s))";

/** The tokens of the language: phrases are one token, words of the language may serve as names, prose goes on after a reference. */
export class ConcordatTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    const named = new Map(tokens.map((token) => [token.name, token]));
    const id = named.get("ID")!;
    const name = named.get("NAME")!;
    // ID is met as a plain name or as a word of the language, never by itself.
    id.PATTERN = Lexer.NA;
    name.CATEGORIES = [id];
    // Given by the parser to a name that begins a line, where line breaks must help: it is no unit of the number above.
    const lineName: TokenType = { name: "LINE_NAME", PATTERN: Lexer.NA, CATEGORIES: [id] };
    for (const token of tokens) {
      if (!isWord(token.name)) continue;
      token.LONGER_ALT = [name];
      if (!RESERVED.has(token.name)) token.CATEGORIES = [id];
    }
    for (const part of ["PROSE_MIDDLE", "PROSE_END"]) continuesProse(named.get(part)!);
    return withSlips([...this.proseOpen(grammar), ...tokens, lineName]);
  }

  /** No rule takes an unclosed text, so the grammar does not reach its terminal: it is here for the sake of one good message. */
  private proseOpen(grammar: GrammarAST.Grammar): TokenType[] {
    const terminal = grammar.rules.find((rule) => rule.name === "PROSE_OPEN");
    return terminal ? [openProse(this.buildTerminalToken(terminal as GrammarAST.TerminalRule))] : [];
  }

  protected override buildKeywordPattern(
    keyword: GrammarAST.Keyword,
    caseInsensitive: boolean,
  ): NonNullable<TokenType["PATTERN"]> {
    if (!isPhrase(keyword.value)) return super.buildKeywordPattern(keyword, caseInsensitive);
    const words = keyword.value.split(" ").join("\\s+");
    return new RegExp(`${words}(?![A-Za-z0-9_-])${LAST_ON_LINE.has(keyword.value) ? ENDS_A_LINE : ""}`);
  }

  protected override buildKeywordToken(
    keyword: GrammarAST.Keyword,
    terminals: TokenType[],
    caseInsensitive: boolean,
  ): TokenType {
    const token = super.buildKeywordToken(keyword, terminals, caseInsensitive);
    // A phrase brings its own guard against a longer word, and its words may stand on different lines.
    if (isPhrase(keyword.value))
      Object.assign(token, { LONGER_ALT: undefined, LINE_BREAKS: true, START_CHARS_HINT: [keyword.value[0]] });
    return token;
  }

  /** What a word or a phrase may be the beginning of is said above: to try every terminal on each takes long at the start. */
  protected override findLongerAlt(keyword: GrammarAST.Keyword, terminals: TokenType[]): TokenType[] {
    return isWord(keyword.value) || isPhrase(keyword.value) ? [] : super.findLongerAlt(keyword, terminals);
  }
}

export const isPhrase = (keyword: string): boolean => keyword.includes(" ");
export const isWord = (keyword: string): boolean => /^[a-z]+$/.test(keyword);
