import type { IToken } from "chevrotain";
import { type Internals, kind, peek } from "./internals.js";

/** The lines of a text, as the parser stands in it. Distances count tokens from the parser: 1 is the next. */
export interface Lines {
  /** Whether the token at a distance from the parser is the first of its line. */
  first(distance: number): boolean;
  /** Whether reading may resume there. */
  resumes(distance: number): boolean;
  /** Whether its line is indented no deeper than the line that opened the block: there the block may have ended. */
  outside(distance: number): boolean;
}

export function linesOf(parser: Internals): Lines {
  const first = (at: number): boolean => {
    if (at + parser.currIdx <= 0) return true;
    return !(peek(parser, at - 1).endLine! >= peek(parser, at).startLine!);
  };
  const indent = (at: number): number => {
    let begin = at;
    while (!first(begin)) begin--;
    return peek(parser, begin).startColumn ?? 1;
  };
  // The indentation of the lines that opened the blocks in which the parser stands; read once from left to right.
  let seen: { input: IToken[]; next: number; open: number[] } = { input: [], next: 0, open: [] };
  const block = (): number => {
    if (seen.input !== parser.input || seen.next > parser.currIdx + 1)
      seen = { input: parser.input, next: 0, open: [] };
    for (; seen.next <= parser.currIdx; seen.next++) {
      const at = seen.next - parser.currIdx;
      const name = kind(peek(parser, at));
      if (name === "{") seen.open.push(indent(at));
      else if (name === "}" && seen.open.length > 0 && indent(at) <= seen.open.at(-1)!) seen.open.pop();
    }
    return seen.open.at(-1) ?? 0;
  };
  const resumes = (at: number): boolean => {
    const name = kind(peek(parser, at));
    if (name === "EOF" || name === "," || name === ":") return true;
    return name === "}" ? indent(at) <= block() : first(at);
  };
  return { first, resumes, outside: (at) => first(at) && indent(at) <= block() };
}
