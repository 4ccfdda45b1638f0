import type { CustomPatternMatcherFunc, ILexingError, IToken, TokenType, TokenTypeDictionary } from "chevrotain";
import type { Fix } from "../../diagnostics/finding.js";
import type { SyntaxId } from "../../diagnostics/syntax.js";
import { dateSlips, impossible } from "./dates.js";
import { nameSlips } from "./names.js";
import { numberSlips } from "./numbers.js";
import type { Reading, Slip, SlipMessage } from "./slip.js";
import { textSlips } from "./texts.js";
import { wordSlips } from "./words.js";

/** Every slip that is read as what was meant; of two that fit the same text the earlier is taken. */
const SLIPS: readonly Slip[] = [...textSlips, ...dateSlips, ...numberSlips, ...nameSlips, ...wordSlips];

const BY_NAME: ReadonlyMap<string, Slip> = new Map(SLIPS.map((slip) => [slip.name, slip]));

/** A message about a piece of text, before the parser has seen it. */
export interface SlipFinding extends ILexingError {
  readonly id: SyntaxId;
  readonly fix?: Fix;
}

/** Puts the tokens of slips where they must be tried. */
export function withSlips(tokens: readonly TokenType[]): TokenType[] {
  const all: TokenType[] = SLIPS.filter((slip) => !slip.after).flatMap(tokenOf);
  for (const token of tokens) all.push(token, ...SLIPS.filter((slip) => slip.after === token.name).flatMap(tokenOf));
  return all;
}

const tokenOf = ({ name, pattern, unless }: Slip): TokenType[] => {
  if (!pattern) return [];
  if (!unless) return [{ name, PATTERN: pattern, LINE_BREAKS: true }];
  const sticky = new RegExp(pattern.source, "y");
  const match: CustomPatternMatcherFunc = (text, offset) => {
    sticky.lastIndex = offset;
    const found = sticky.exec(text);
    return found && unless(found[0], text) ? null : found;
  };
  return [{ name, PATTERN: match, LINE_BREAKS: true, START_CHARS_HINT: LETTERS } as TokenType];
};
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];

/** Replaces each slip by what was meant, and says so. The tokens are changed in place where nothing was amiss. */
export function readSlips(
  tokens: IToken[],
  text: string,
  types: TokenTypeDictionary,
): { tokens: IToken[]; findings: SlipFinding[] } {
  if (!tokens.some((token) => CHECKED.has(token.tokenType.name) || BY_NAME.has(token.tokenType.name))) {
    return { tokens, findings: [] };
  }
  const read: IToken[] = [];
  const findings: SlipFinding[] = [];
  for (const token of tokens) {
    const slip = BY_NAME.get(token.tokenType.name);
    if (!slip) {
      const says = CHECKED.has(token.tokenType.name) ? impossible(token.tokenType.name, token.image) : undefined;
      if (says) findings.push(finding(token, says));
      read.push(token);
      continue;
    }
    const end = token.startOffset + token.image.length;
    const place = {
      before: read,
      rest: text.slice(end, end + 40),
      past: text.slice(Math.max(0, token.startOffset - 40), token.startOffset),
    };
    const reading = slip.read(token.image, place);
    if (reading.says) findings.push(finding(token, reading.says));
    const first = reading.taking ? read.splice(-reading.taking)[0]! : token;
    read.push(...inPlace(reading, first, token, types));
  }
  return { tokens: read, findings };
}

const CHECKED: ReadonlySet<string> = new Set(["DATE", "DAY_OF_YEAR", "PERIOD"]);

/** The tokens of a reading, standing where the slip stands: from `first` to `last`. */
function inPlace(reading: Reading, first: IToken, last: IToken, types: TokenTypeDictionary): IToken[] {
  return reading.as.map(({ token, image }, at) => {
    const type = types[token]!;
    const begins = at === 0 ? first : last;
    return {
      ...last,
      image,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx!,
      startOffset: begins.startOffset,
      startLine: begins.startLine!,
      startColumn: begins.startColumn!,
    };
  });
}

function finding(token: IToken, { id, message, write }: SlipMessage): SlipFinding {
  const { startOffset: offset, startLine: line, startColumn: column } = token;
  const length = token.endOffset! + 1 - offset;
  const fix: Fix | undefined =
    write === undefined
      ? undefined
      : { title: write.trim() ? `Write ${oneLine(write)}` : "Leave it out", edits: [{ offset, length, text: write }] };
  return { id, message, offset, length, line, column, ...(fix ? { fix } : {}) };
}

const oneLine = (text: string): string =>
  (text.trim().length > 40 ? `${text.trim().slice(0, 37)}…` : text.trim()).replace(/\s+/g, " ");
