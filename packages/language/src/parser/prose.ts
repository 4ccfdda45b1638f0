import type { CustomPatternMatcherFunc, IToken, TokenType } from "chevrotain";

/**
 * Text between three quotes, with references in braces. It needs two things that a plain pattern cannot do: a `}` goes
 * on with text only after a reference, and a text that is never closed must end somewhere sensible.
 */
export function continuesProse(token: TokenType): void {
  const sticky = new RegExp((token.PATTERN as RegExp).source, "y");
  const match: CustomPatternMatcherFunc = (text, offset, matched) => {
    if (!interrupted(matched)) return null;
    sticky.lastIndex = offset;
    return sticky.exec(text);
  };
  Object.assign(token, { PATTERN: match, LINE_BREAKS: true, START_CHARS_HINT: ["}"] });
}

/** A reference is one name: the text that it interrupts stands at most three tokens back, whatever slip was made inside. */
function interrupted(matched: readonly IToken[]): boolean {
  for (const token of matched.slice(-4).reverse()) {
    const name = token.tokenType.name;
    if (name === "PROSE_START" || name === "PROSE_MIDDLE") return true;
    if (name === "{" || name === "}" || name === "PROSE_END") return false;
  }
  return false;
}

/** What begins a thing of a contract: where a line says this, a text that is still open above it was meant to be closed. */
const NEXT_THING =
  /^[ \t]*(?:\}|(?:clause|define|figures?|records|metric|payment|example|group|table|contract)[ \t]+[A-Za-z][\w-]*[ \t]*(?:"[^"\n]*"[ \t]*)?(?:\{|"""|as\b|for\b|each\b|:|dated\b)?)/;

/** `"""` that is not closed before the next thing begins: taken up to there, so that nothing but the text is lost. */
export function openProse(token: TokenType): TokenType {
  const match: CustomPatternMatcherFunc = (text, offset) => {
    if (!text.startsWith('"""', offset)) return null;
    const end = endOfOpenText(text, offset);
    return end === undefined ? null : ([text.slice(offset, end)] as unknown as RegExpExecArray);
  };
  return Object.assign(token, { PATTERN: match, LINE_BREAKS: true, START_CHARS_HINT: ['"'] });
}

/** Undefined where the text is closed. */
function endOfOpenText(text: string, offset: number): number | undefined {
  const close = text.indexOf('"""', offset + 3);
  const brace = text.indexOf("{", offset + 3);
  const stop = Math.min(close < 0 ? text.length : close, brace < 0 ? text.length : brace);
  const indent = indentAt(text, offset);
  for (let line = text.indexOf("\n", offset) + 1; line > 0 && line <= stop; line = text.indexOf("\n", line) + 1) {
    const end = text.indexOf("\n", line);
    const content = text.slice(line, end < 0 ? text.length : end);
    if (NEXT_THING.test(content) && content.search(/\S/) <= indent) return line;
  }
  return close < 0 && brace < 0 ? text.length : undefined;
}

function indentAt(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const indent = line.search(/\S/);
  return indent < 0 ? line.length : indent;
}
