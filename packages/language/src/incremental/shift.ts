import type { IToken } from "chevrotain";
import type { CstNode } from "langium";

/** By how much what stands further down has moved. Columns stay: only whole lines are put in or taken out above. */
export interface Shift {
  readonly offset: number;
  readonly lines: number;
}

/** What is written in a node of the text's tree; the tree has no way to move one. */
interface Movable {
  _offset?: number;
  _startLine: number;
  _endLine: number;
  _rangeCache?: unknown;
  content?: readonly CstNode[];
}

export function shiftTree(node: CstNode, { offset, lines }: Shift): void {
  const movable = node as unknown as Movable;
  if (movable.content === undefined) {
    movable._offset! += offset;
    movable._startLine += lines;
    movable._endLine += lines;
    return;
  }
  movable._rangeCache = undefined;
  for (const child of movable.content) shiftTree(child, { offset, lines });
}

/** The place of a node whose parts have moved is to be worked out anew. */
export function forgetRange(node: CstNode): void {
  (node as unknown as Movable)._rangeCache = undefined;
}

export function shiftToken(token: IToken, { offset, lines }: Shift): void {
  token.startOffset += offset;
  if (token.endOffset !== undefined) token.endOffset += offset;
  if (token.startLine !== undefined) token.startLine += lines;
  if (token.endLine !== undefined) token.endLine += lines;
}
