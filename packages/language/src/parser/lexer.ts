import { DefaultLexer, type LexerResult, type TokenizeOptions } from "langium";
import { isPhrase } from "./tokens.js";

export class ConcordatLexer extends DefaultLexer {
  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const result = super.tokenize(text, options);
    // `at   most` is `at most`: the tree holds the phrase, whatever stands between its words.
    for (const token of result.tokens) if (isPhrase(token.tokenType.name)) token.image = token.tokenType.name;
    return result;
  }
}
