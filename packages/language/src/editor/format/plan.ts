import { type AstNode, AstUtils, type CstNode, GrammarUtils } from "langium";
import * as ast from "../../generated/ast.js";
import { listRowOf, type Row, rowOf } from "./rows.js";
import type { Word } from "./words.js";

/** What stands in braces, or the whole file. Places are positions among the words. */
export interface Block {
  /** The brace that opens it; -1 of the file. */
  readonly open: number;
  readonly close: number;
  /** How deep its lines stand: 0 those of the file. */
  readonly depth: number;
  readonly lines: readonly Line[];
  /** Whether its lines stand each on its own line. */
  readonly spread: boolean;
  /** Whether it holds one list, set off by commas, that may go on over several lines. */
  readonly list: boolean;
}

export interface Line {
  readonly first: number;
  readonly row: Row;
}

/** How a text is laid out, before it is known how wide anything is. */
export interface Plan {
  readonly blocks: readonly Block[];
  /** The block whose line begins at a word. */
  readonly lineAt: ReadonlyMap<number, Block>;
  /** The block that a word closes. */
  readonly closedAt: ReadonlyMap<number, Block>;
  /** Of each word, the innermost block that it stands in; its braces stand outside. */
  readonly around: readonly Block[];
  /** Colons that stand right after the name which they follow. */
  readonly labels: ReadonlySet<number>;
  /** Lists of like things, set off by commas. */
  readonly lists: readonly (readonly Line[])[];
  /** Words that begin one of such things. */
  readonly listed: ReadonlySet<number>;
  /** Words that begin the value of a line: where it goes on below, it stands under them. */
  readonly values: ReadonlySet<number>;
}

export function planOf(root: AstNode, words: readonly Word[]): Plan {
  const places = new Map(words.map(({ offset }, at) => [offset, at]));
  const placeOf = (cst: CstNode): number => places.get(cst.offset) ?? -1;
  const blocks: Block[] = [fileBlock(root, words, placeOf)];
  const labels = new Set<number>();
  const lists: Line[][] = [];
  for (const node of AstUtils.streamAllContents(root)) {
    const block = bracesOf(node, words, placeOf);
    if (block) blocks.push(block);
    const colon = ast.isCardLine(node) || ast.isThenLine(node) ? keyword(node, ":") : undefined;
    if (colon) labels.add(placeOf(colon));
    const list = listIn(node, placeOf);
    if (list.length > 1) lists.push(list);
  }
  const values = new Set(
    blocks.flatMap(({ lines }) =>
      lines.flatMap(({ row }) =>
        typeof row !== "string" && (row.like === "value" || row.like === "missing") ? row.columns : [],
      ),
    ),
  );
  const listed = new Set(lists.flatMap((list) => list.map(({ first }) => first)));
  return { ...nested(blocks, words), labels, lists, listed, values };
}

const keyword = (node: AstNode, word: string): CstNode | undefined =>
  GrammarUtils.findNodeForKeyword(node.$cstNode, word);

type Places = (cst: CstNode) => number;

function fileBlock(root: AstNode, words: readonly Word[], placeOf: Places): Block {
  return { open: -1, close: words.length, depth: 0, lines: linesIn(root, placeOf), spread: true, list: false };
}

function bracesOf(node: AstNode, words: readonly Word[], placeOf: Places): Block | undefined {
  const from = keyword(node, "{");
  const to = keyword(node, "}");
  if (!from || !to) return undefined;
  const [open, close] = [placeOf(from), placeOf(to)];
  const lines = linesIn(node, placeOf).filter(({ first }) => first > open && first < close);
  const list = ast.isGroup(node);
  const inside = words.slice(open + 1, close + 1);
  const spread =
    close > open + 1 &&
    inside.some(({ breaks, text, kind }) => breaks > 0 || (kind === "BLOCK_COMMENT" && text.includes("\n")));
  return { open, close, depth: 0, lines: list ? lines.slice(0, 1) : lines, spread, list };
}

function linesIn(node: AstNode, placeOf: Places): Line[] {
  return AstUtils.streamContents(node)
    .toArray()
    .flatMap((child) => (child.$cstNode ? [{ first: placeOf(child.$cstNode), row: rowOf(child, placeOf) }] : []))
    .sort((a, b) => a.first - b.first);
}

/** The like things that a node lists: tiers, bands, members, values given. */
function listIn(node: AstNode, placeOf: Places): Line[] {
  return AstUtils.streamContents(node)
    .toArray()
    .flatMap((child) => {
      const row = child.$cstNode && listRowOf(child, placeOf);
      return row ? [{ first: placeOf(child.$cstNode!), row }] : [];
    });
}

/** Blocks lie in each other or apart: one pass over the words tells which is around each. */
function nested(
  found: readonly Block[],
  words: readonly Word[],
): Pick<Plan, "blocks" | "around" | "lineAt" | "closedAt"> {
  const opened = new Map(found.map((block) => [block.open, block]));
  const blocks: Block[] = [];
  const around: Block[] = [];
  const open: Block[] = [];
  const enter = (block: Block): void => {
    const placed = { ...block, depth: open.length };
    blocks.push(placed);
    open.push(placed);
  };
  enter(opened.get(-1)!);
  words.forEach((_, at) => {
    if (open.length > 1 && open.at(-1)!.close === at) open.pop();
    around.push(open.at(-1)!);
    const opens = opened.get(at);
    if (opens) enter(opens);
  });
  return {
    blocks,
    around,
    lineAt: new Map(blocks.flatMap((block) => block.lines.map(({ first }) => [first, block] as const))),
    closedAt: new Map(blocks.slice(1).map((block) => [block.close, block])),
  };
}
