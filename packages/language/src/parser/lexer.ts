import type { IToken } from "chevrotain";
import { DefaultLexer, type LexerResult, type TokenizeOptions } from "langium";
import { syntax } from "../diagnostics/syntax.js";
import { readSlips, type SlipFinding } from "./slips/read.js";
import { isPhrase } from "./tokens.js";

/** Text to tokens. What people write in another way is read as what they meant, with a message each. */
export class ConcordatLexer extends DefaultLexer {
  override tokenize(text: string, options?: TokenizeOptions): LexerResult {
    const result = super.tokenize(text, options);
    // `at   most` is `at most`: the tree holds the phrase, whatever stands between its words.
    for (const token of result.tokens) if (isPhrase(token.tokenType.name)) token.image = token.tokenType.name;
    const shallow = withoutDepths(result.tokens);
    const { tokens, findings } = readSlips(shallow.tokens, text, this.tokenTypes);
    return { ...result, tokens, errors: [...result.errors, ...shallow.findings, ...findings] };
  }
}

/** Brackets inside brackets, or `not` after `not`: more than anyone reads, and fewer than fill the parser's stack. */
const DEEPEST = 50;

/** Leaves out what stands too deep, with one message for each such place. */
function withoutDepths(tokens: IToken[]): { tokens: IToken[]; findings: SlipFinding[] } {
  let brackets = 0;
  let negations = 0;
  let told = false;
  const findings: SlipFinding[] = [];
  const kept = tokens.filter((token) => {
    const name = token.tokenType.name;
    negations = name === "not" ? negations + 1 : 0;
    if (name === "(") brackets++;
    const deep = brackets > DEEPEST || negations > DEEPEST;
    if (name === ")") brackets = Math.max(0, brackets - 1);
    if (deep && !told) findings.push(tooDeep(token));
    told = deep;
    return !deep;
  });
  return { tokens: findings.length > 0 ? kept : tokens, findings };
}

const tooDeep = ({ startOffset: offset, startLine: line, startColumn: column, image }: IToken): SlipFinding => ({
  id: "nested-too-deep",
  message: syntax["nested-too-deep"].message({ most: DEEPEST }),
  offset,
  length: image.length,
  line,
  column,
});
