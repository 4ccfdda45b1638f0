import type { AstNode, CompositeCstNode, CstNode, Mutable, ParseResult } from "langium";
import type * as ast from "../generated/ast.js";
import type { Edit } from "./edit.js";
import { type Errors, errorsOf, shifted, thoseAt } from "./errors.js";
import { partOfContract, type Reread } from "./reparse.js";
import { forgetRange, type Shift, shiftTree } from "./shift.js";

/**
 * The tree of the newer text: the older one with one declaration exchanged. What stands further down moves along. The
 * contract and the file are new nodes, so that nothing that was worked out of the older ones is taken for the newer.
 */
export function splice(
  { value, ...parsed }: ParseResult<ast.ConcordatFile>,
  { older, newer, errors }: Reread,
  edit: Edit,
  text: string,
  lines: number,
): ParseResult<ast.ConcordatFile> {
  const { offset: from, end } = older.$cstNode!;
  const shift: Shift = { offset: edit.newerEnd - edit.olderEnd, lines };
  const before = errorsOf({ value, ...parsed });
  const kept = (test: (offset: number) => boolean): Errors => thoseAt(before, test);
  const above = kept((offset) => offset < from);
  const below = shifted(
    kept((offset) => offset >= end),
    shift,
  );
  exchange(partOfContract(older), partOfContract(newer), shift);
  const root = value.$cstNode!;
  (root as unknown as { _text: string })._text = text;
  const contract = older.$container as ast.Contract;
  const items = contract.items.with(older.$containerIndex!, newer);
  const newContract = renewed(contract, { items });
  const contracts = value.contracts.with(contract.$containerIndex!, newContract);
  const file = renewed(value, { contracts });
  return {
    ...parsed,
    value: file,
    lexerErrors: [...above.lexer, ...errors.lexer, ...below.lexer],
    parserErrors: [...above.parser, ...errors.parser, ...below.parser],
  };
}

/** Puts one part of the text's tree in the place of another, and moves all that follows it. */
function exchange(older: CstNode, newer: CstNode, shift: Shift): void {
  let [child, parent] = [older, older.container];
  const around = parent as Mutable<CompositeCstNode>;
  (newer as { container: CompositeCstNode | undefined }).container = parent;
  (newer as { grammarSource: unknown }).grammarSource = older.grammarSource;
  const content = around.content as CstNode[];
  content[content.indexOf(older)] = newer;
  child = newer;
  while (parent) {
    forgetRange(parent);
    for (let at = parent.content.indexOf(child) + 1; at < parent.content.length; at++)
      shiftTree(parent.content[at]!, shift);
    child = parent;
    parent = parent.container;
  }
}

/** The same node as a new one, with other content; what stands in it stands in the new one. */
function renewed<T extends AstNode>(node: T, changes: Partial<T>): T {
  const newer = { ...node, ...changes } as Mutable<T>;
  for (const [property, value] of Object.entries(newer)) {
    if (property.startsWith("$")) continue;
    for (const [index, child] of (Array.isArray(value) ? value : [value]).entries()) {
      if (typeof child !== "object" || child === null || !("$type" in child)) continue;
      Object.assign(child, {
        $container: newer,
        $containerProperty: property,
        ...(Array.isArray(value) ? { $containerIndex: index } : {}),
      });
    }
  }
  (node.$cstNode as { astNode: AstNode } | undefined)!.astNode = newer as AstNode;
  return newer as T;
}
