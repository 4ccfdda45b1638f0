import type { CstNode, LangiumParser } from "langium";
import type * as ast from "../generated/ast.js";
import { breaksIn, type Edit } from "./edit.js";
import { type Errors, errorsOf, isClean, lieWithin, shifted } from "./errors.js";
import { shiftTree } from "./shift.js";

/** A declaration of a contract that an edit lies in, and what was read in its place. */
export interface Reread {
  readonly older: ast.ContractItem;
  readonly newer: ast.ContractItem;
  /** Of the newer one, where it stands in the newer text. */
  readonly errors: Errors;
}

/** The innermost contract and its declaration that an edit lies strictly inside of. */
export function declarationAround(file: ast.ConcordatFile, { from, olderEnd }: Edit): ast.ContractItem | undefined {
  for (const contract of file.contracts) {
    const around = contract.$cstNode;
    if (!around || from <= around.offset || olderEnd >= around.end) continue;
    // Declarations stand in the order of the text: halve until one is found.
    let [low, high] = [0, contract.items.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((contract.items[middle]!.$cstNode?.end ?? 0) <= olderEnd) low = middle + 1;
      else high = middle;
    }
    const item = contract.items[low];
    return item?.$cstNode && from > item.$cstNode.offset ? item : undefined;
  }
  return undefined;
}

/**
 * Reads a declaration anew, alone: between the first line of a contract and the declaration that follows it, as it stands
 * in the text. Undefined where it might be read otherwise among the others: then the whole text is to be read.
 */
export function reread(
  older: ast.ContractItem,
  text: string,
  newer: string,
  edit: Edit,
  parser: LangiumParser,
): Reread | undefined {
  const { offset, end, range } = older.$cstNode!;
  const slice = newer.slice(offset, end + edit.newerEnd - edit.olderEnd);
  const indent = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  if (!endsAsBlock(text, end) || !endsAsBlock(slice, slice.length) || !standsAlone(text, indent, end)) return undefined;
  const next = following(older);
  const read = parser.parse<ast.ConcordatFile>(`${HEAD}${indent}${slice}\n${next ? withIndent(next, text) : ""}\n}\n`);
  const [contract, ...others] = read.value.contracts;
  if (!contract || others.length > 0 || !isAlone(read.value, contract)) return undefined;
  const [newest, second, ...more] = contract.items;
  const first = HEAD.length + indent.length;
  const is = newest?.$cstNode;
  if (!is || is.offset !== first || is.end !== first + slice.length || more.length > 0) return undefined;
  if (second?.$type !== next?.$type || newest.$type !== older.$type) return undefined;
  const errors = errorsOf(read);
  if (!isClean(errors) && !(lieWithin(errors, first + 1, first + slice.length) && isBalanced(slice))) return undefined;
  const shift = { offset: offset - first, lines: range.start.line - 1 };
  shiftTree(partOfContract(newest), shift);
  return { older, newer: newest, errors: shifted(errors, shift) };
}

const HEAD = "contract x {\n";

const endsAsBlock = (text: string, end: number): boolean => text[end - 1] === "}" || text.startsWith('"""', end - 3);

/** Nothing else stands on its first line or its last. */
function standsAlone(text: string, indent: string, end: number): boolean {
  const stop = text.indexOf("\n", end);
  return /^[ \t]*$/.test(indent) && /^[ \t\r]*$/.test(text.slice(end, stop < 0 ? text.length : stop));
}

function following(item: ast.ContractItem): ast.ContractItem | undefined {
  const { items } = item.$container as ast.Contract;
  return items[item.$containerIndex! + 1];
}

function withIndent(item: ast.ContractItem, text: string): string {
  const { offset, end } = item.$cstNode!;
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, end);
}

const isAlone = (file: ast.ConcordatFile, contract: ast.Contract): boolean =>
  file.imports.length + file.libraries.length + file.variations.length + file.determinations.length === 0 &&
  contract.name === "x";

/** The part of the contract's own text tree that a declaration is. */
export function partOfContract(item: ast.ContractItem): CstNode {
  const around = item.$container.$cstNode;
  let part = item.$cstNode as CstNode;
  while (part.container && part.container !== around) part = part.container;
  return part;
}

/** Marks of texts and remarks come in pairs, and every brace is closed: a slip inside cannot reach what stands outside. */
function isBalanced(text: string): boolean {
  const bare = text
    .replace(/"""[\s\S]*?"""/g, "")
    .replace(/"[^"\n]*"/g, "")
    .replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "");
  if (/"|\/\*|\*\//.test(bare)) return false;
  let depth = 0;
  for (const [mark] of bare.matchAll(/[{}]/g)) {
    depth += mark === "{" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

export const linesBetween = (older: string, newer: string, { from, olderEnd, newerEnd }: Edit): number =>
  breaksIn(newer, from, newerEnd) - breaksIn(older, from, olderEnd);
