import { type AstNode, AstUtils, GrammarUtils } from "langium";
import type { Report } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { remembered } from "../incremental/remembered.js";
import { nodesWithin } from "../incremental/within.js";
import { declaredIn, holderOf } from "../names/declared.js";
import { baseOf, lineage, linesOf } from "../names/metric-lines.js";
import { type Edit, MappedText, type Piece, piecesOf, stretch, written } from "./mapped-text.js";

/** Whether anything in a contract comes from a library. */
export const takesFromLibraries = ({ items }: ast.Contract | ast.Library): boolean => items.some(takes);

const takes = remembered((item: AstNode): boolean =>
  nodesWithin(item).some((node) => ast.isMetricBase(node) || isFromLibrary(node)),
);

const isFromLibrary = (node: AstNode): node is ast.NameRef | ast.ShapeUse =>
  (ast.isNameRef(node) || ast.isShapeUse(node)) && node.library !== undefined;

/**
 * The contract as one text: what it takes from libraries is written out in it, each thing once, under its own name. What
 * is read from the text knows of each word where it was written.
 */
export function expanded(contract: ast.Contract, report: Report): MappedText {
  const document = AstUtils.getDocument(contract);
  const { offset, end } = contract.$cstNode!;
  const taken = new Taking(contract, report);
  const edits = taken.editsIn(contract, undefined);
  const pieces = taken.rest();
  const close = end - 1;
  return new MappedText([
    ...stretch(document, offset, close, edits),
    ...pieces,
    ...stretch(document, close, end, []),
    written("\n"),
  ]);
}

type Item = ast.LibraryItem & { name: string };

/** Follows names out of the contract into libraries, and remembers what they lead to. */
class Taking {
  private readonly items = new Map<Item, AstNode>();
  private readonly names = new Map<string, AstNode>();

  constructor(
    contract: ast.Contract,
    private readonly report: Report,
  ) {
    for (const [name, things] of declaredIn(contract).things) {
      const thing = things.find((one) => !ast.isCategoryValue(one) && !ast.isField(one));
      if (thing) this.names.set(name, thing);
    }
  }

  /** The changes that make a piece of text stand alone. `use` is the place in the contract that brought it. */
  editsIn(node: AstNode, use: AstNode | undefined): Edit[] {
    const edits: Edit[] = [];
    for (const inner of AstUtils.streamAst(node)) {
      if (ast.isMetric(inner) && inner.base) edits.push(...this.metricEdits(inner, use));
      if (isFromLibrary(inner)) {
        const name = GrammarUtils.findNodeForProperty(inner.$cstNode, "target");
        if (name && inner.$cstNode) edits.push({ offset: inner.$cstNode.offset, end: name.offset, pieces: [] });
      }
      this.follow(inner, use ?? inner);
    }
    return edits;
  }

  /** Everything that is taken, as text; taking one thing may take others. */
  rest(): Piece[] {
    const pieces: Piece[] = [];
    // A Map hands out what is added while it is walked.
    for (const [item, use] of this.items) {
      pieces.push(written("\n  "), ...piecesOf(item, this.editsIn(item, use), use));
    }
    if (pieces.length > 0) pieces.push(written("\n"));
    return pieces;
  }

  private metricEdits(metric: ast.Metric, use: AstNode | undefined): Edit[] {
    const base = baseOf(metric);
    const is = GrammarUtils.findNodeForKeyword(metric.$cstNode, "is");
    const open = GrammarUtils.findNodeForKeyword(metric.$cstNode, "{");
    if (!base || !is || !open || !metric.base?.$cstNode) return [];
    const ancestors = lineage(metric);
    const last = ancestors.at(-1)!;
    if (baseOf(last)) this.report("metric-circle", { name: metric.name }, use ?? metric.base);
    const from = use ?? metric.base;
    const title = metric.title === undefined ? ancestors.find((one) => one.title !== undefined)?.title : undefined;
    const forEach = metric.forEach ? undefined : ancestors.find((one) => one.forEach)?.forEach;
    const header: Piece[] = [
      ...(title === undefined ? [] : [written(`"${title}" `)]),
      ...(forEach ? [...piecesOf(forEach, [], from), written(" ")] : []),
    ];
    const own = new Set(metric.lines);
    const lines = linesOf(metric).filter((line) => !own.has(line));
    for (const line of lines) for (const inner of AstUtils.streamAst(line)) this.follow(inner, from);
    const space = /^\s*/.exec(AstUtils.getDocument(metric).textDocument.getText().slice(metric.base.$cstNode.end))![0];
    return [
      { offset: is.offset, end: metric.base.$cstNode.end + space.length, pieces: header },
      {
        offset: open.end,
        end: open.end,
        pieces: lines.flatMap((line) => [written("\n    "), ...piecesOf(line, this.qualified(line), from)]),
      },
    ];
  }

  private qualified(line: AstNode): Edit[] {
    return AstUtils.streamAst(line)
      .filter(isFromLibrary)
      .map((inner): Edit => {
        const name = GrammarUtils.findNodeForProperty(inner.$cstNode, "target");
        return { offset: inner.$cstNode!.offset, end: name?.offset ?? inner.$cstNode!.offset, pieces: [] };
      })
      .toArray();
  }

  /** Takes what the references of a node mean, where a library declares it. */
  private follow(node: AstNode, use: AstNode): void {
    if (ast.isMetricBase(node)) return;
    for (const { reference } of AstUtils.streamReferences(node)) {
      const target = "ref" in reference ? reference.ref : undefined;
      // `baseline` is a line of the metric in hand, which is written out where it stands.
      const item = target && !ast.isBaselineLine(target) && !ast.isTargetLine(target) ? itemAround(target) : undefined;
      if (!item || this.items.has(item)) continue;
      this.items.set(item, use);
      this.claim(item, use);
    }
  }

  private claim(item: Item, use: AstNode): void {
    const parts = ast.isFigureGroup(item)
      ? item.figures
      : ast.isTable(item)
        ? item.header.columns.filter((column) => column.name !== item.name)
        : [];
    for (const thing of [item, ...parts]) {
      const known = this.names.get(thing.name);
      const library = (holderOf(item) as ast.Library).name;
      if (known && known !== thing)
        this.report("import-name-clash", { name: thing.name, library }, use, {
          related: [{ message: `"${thing.name}" stands here.`, node: known }],
        });
      this.names.set(thing.name, thing);
    }
  }
}

/** The declaration of a library that a thing is, or is part of. */
function itemAround(thing: AstNode): Item | undefined {
  let at: AstNode | undefined = thing;
  while (at && !ast.isLibrary(at.$container)) at = at.$container;
  return at && "name" in at ? (at as Item) : undefined;
}
