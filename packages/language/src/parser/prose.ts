import type { CustomPatternMatcherFunc, IToken, TokenType } from "chevrotain";

/**
 * Text between three quotes, with references in braces. It needs two things that a plain pattern cannot do: a `}` goes
 * on with text only after a reference, and a text that is never closed must end somewhere sensible.
 */
export function continuesProse(token: TokenType): void {
  const sticky = new RegExp((token.PATTERN as RegExp).source, "y");
  const match: CustomPatternMatcherFunc = (text, offset, matched) => {
    const opening = interrupted(matched);
    if (!opening || endOfOpenText(text, offset, indentAt(text, opening.startOffset)) !== undefined) return null;
    sticky.lastIndex = offset;
    return sticky.exec(text);
  };
  Object.assign(token, { PATTERN: match, LINE_BREAKS: true, START_CHARS_HINT: ["}"] });
}

/** `"""`, or the `}` after a reference, with no end before the next thing begins: taken up to there, so that only the text is lost. */
export function openProse(token: TokenType): TokenType {
  const match: CustomPatternMatcherFunc = (text, offset, matched) => {
    const opening = text.startsWith('"""', offset) ? offset : interrupted(matched)?.startOffset;
    if (opening === undefined) return null;
    const end = endOfOpenText(text, offset, indentAt(text, opening));
    return end === undefined ? null : ([text.slice(offset, end).trimEnd()] as unknown as RegExpExecArray);
  };
  return Object.assign(token, { PATTERN: match, LINE_BREAKS: true, START_CHARS_HINT: ['"', "}"] });
}

/** The token that opened the text; a reference is one name, so it stands at most three tokens back, whatever slip was made inside. */
function interrupted(matched: readonly IToken[]): IToken | undefined {
  const last = matched.length - 1;
  for (let at = last; at >= 0 && at > last - 4; at--) {
    const name = matched[at]!.tokenType.name;
    if (name === "PROSE_MIDDLE" || name === "PROSE_START") return opening(matched, at);
    if (name === "{" || name === "}" || name === "PROSE_END") return undefined;
  }
  return undefined;
}

function opening(matched: readonly IToken[], from: number): IToken {
  let at = from;
  while (at > 0 && matched[at]!.tokenType.name !== "PROSE_START") at--;
  return matched[at]!;
}

/** What begins a thing of a contract, or ends the contract: a text still open above such a line was meant to be closed. */
const NEXT_THING =
  /^[ \t]*(?:\}[ \t]*$|(?:clause|define|figures?|records|metric|payment|example|group|table|contract)[ \t]+[a-z][\w-]*[ \t]*(?:"[^"\n]*"[ \t]*)?(?:[^"\n{]*(?:\{|""")|as[ \t]|:[ \t]))/;

/** Where an open text ends: at a line that begins the next thing no deeper than `indent`. Undefined where the text is closed before. */
function endOfOpenText(text: string, offset: number, indent: number): number | undefined {
  const close = text.indexOf('"""', offset + 1 + (text[offset] === '"' ? 2 : 0));
  const brace = text.indexOf("{", offset + 1);
  const stop = Math.min(close < 0 ? text.length : close, brace < 0 ? text.length : brace);
  for (let line = text.indexOf("\n", offset) + 1; line > 0 && line <= stop; line = text.indexOf("\n", line) + 1) {
    const end = text.indexOf("\n", line);
    const content = text.slice(line, end < 0 ? text.length : end);
    if (content.search(/\S/) <= indent && NEXT_THING.test(content)) return line;
  }
  return close < 0 && brace < 0 ? text.length : undefined;
}

function indentAt(text: string, offset: number): number {
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const indent = line.search(/\S/);
  return indent < 0 ? line.length : indent;
}

/** Where a text ends that has no opening marks, if it ends before the next thing begins. */
export function endOfUnopenedText(text: string, offset: number): number | undefined {
  const close = text.indexOf('"""', offset);
  const lines = text.slice(offset, Math.max(offset, close)).split("\n").slice(1);
  return close < 0 || lines.some((line) => NEXT_THING.test(line)) ? undefined : close + 3;
}
