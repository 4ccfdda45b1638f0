import { createTokenInstance, type IToken, type TokenType } from "chevrotain";

/** A block that was opened and never closed, as the indentation of the lines tells. */
export interface Unclosed {
  /** The first words of the line that opened it. */
  readonly opening: readonly IToken[];
  /** The last token inside, and the one before which it should have been closed. */
  readonly last: IToken;
  readonly next: IToken;
}

interface Open {
  readonly first: number;
  readonly column: number;
  /** Whether its lines are indented deeper than the line that opened it; unknown until one is met. */
  indented: boolean | undefined;
}

/**
 * Closes blocks for reading: where there are more `{` than `}`, a line that is indented no deeper than the line which
 * opened the block cannot be inside it. Lines of records begin with any name, so nothing else would tell.
 */
export function closeBlocks(tokens: readonly IToken[], brace: TokenType): { tokens: IToken[]; unclosed: Unclosed[] } {
  let missing = tokens.reduce((sum, token) => sum + depth(token), 0);
  if (missing <= 0) return { tokens: [...tokens], unclosed: [] };
  const read: IToken[] = [];
  const unclosed: Unclosed[] = [];
  const open: Open[] = [];
  let lineStart = 0;
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    if (!previous || previous.endLine! < token.startLine!) {
      lineStart = at;
      for (let block = open.at(-1); block && missing > 0; block = open.at(-1)) {
        block.indented ??= token.startColumn! > block.column || previous?.tokenType.name !== "{";
        const inside = token.startColumn! > block.column || !block.indented;
        if (inside || token.tokenType.name === "}") break;
        unclosed.push({ opening: tokens.slice(block.first, block.first + 2), last: previous!, next: token });
        read.push(closing(brace));
        open.pop();
        missing--;
      }
    }
    if (token.tokenType.name === "{")
      open.push({ first: lineStart, column: tokens[lineStart]!.startColumn!, indented: undefined });
    if (token.tokenType.name === "}") open.pop();
    read.push(token);
  });
  return { tokens: read, unclosed };
}

const depth = (token: IToken): number => (token.tokenType.name === "{" ? 1 : token.tokenType.name === "}" ? -1 : 0);

function closing(brace: TokenType): IToken {
  const unknown = Number.NaN;
  return Object.assign(createTokenInstance(brace, "", unknown, unknown, unknown, unknown, unknown, unknown), {
    isInsertedInRecovery: true,
  });
}
