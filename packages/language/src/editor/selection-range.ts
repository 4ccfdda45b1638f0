import { type CstNode, CstUtils, GrammarUtils, type LangiumDocument } from "langium";
import type { Position, Range, SelectionRange } from "vscode-languageserver";

/** What is selected step by step around a place: a word, its phrase, the line, the lines of the block, the block, the contract. */
export function selectionRange({ parseResult, textDocument }: LangiumDocument, position: Position): SelectionRange {
  const root = parseResult.value.$cstNode;
  const whole = { start: { line: 0, character: 0 }, end: textDocument.positionAt(textDocument.getText().length) };
  const leaf = root && leafAt(root, textDocument.offsetAt(position));
  const ranges = leaf ? around(leaf) : [];
  let outer: SelectionRange = { range: whole };
  for (const range of ranges.reverse()) if (isInside(range, outer.range)) outer = { range, parent: outer };
  return outer;
}

const leafAt = (root: CstNode, offset: number): CstNode | undefined =>
  CstUtils.findLeafNodeAtOffset(root, offset) ?? CstUtils.findLeafNodeBeforeOffset(root, offset);

/** Innermost first. */
function around(leaf: CstNode): Range[] {
  const ranges: Range[] = [leaf.range];
  for (let at: CstNode | undefined = leaf.container; at; at = at.container) {
    const open = GrammarUtils.findNodeForKeyword(at, "{");
    const close = GrammarUtils.findNodeForKeyword(at, "}");
    if (open && close && open.end <= leaf.offset && leaf.end <= close.offset)
      ranges.push({ start: open.range.end, end: close.range.start });
    ranges.push(at.range);
  }
  return ranges;
}

const before = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

/** Really smaller, so that each step selects more. */
const isInside = (inner: Range, outer: Range): boolean =>
  before(outer.start, inner.start) &&
  before(inner.end, outer.end) &&
  !(before(inner.start, outer.start) && before(outer.end, inner.end));
