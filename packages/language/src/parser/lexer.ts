import { DefaultLexer, type LexerResult, type TokenizeOptions } from "langium";
import { readSlips } from "./slips/read.js";
import { isPhrase } from "./tokens.js";

/** Text to tokens. What people write in another way is read as what they meant, with a message each. */
export class ConcordatLexer extends DefaultLexer {
  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const result = super.tokenize(text, options);
    // `at   most` is `at most`: the tree holds the phrase, whatever stands between its words.
    for (const token of result.tokens) if (isPhrase(token.tokenType.name)) token.image = token.tokenType.name;
    const { tokens, findings } = readSlips(result.tokens, text, this.tokenTypes);
    return { ...result, tokens, errors: [...result.errors, ...findings] };
  }
}
