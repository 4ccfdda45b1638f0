import { type AstNode, AstUtils, GrammarUtils } from "langium";
import type { Report } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { lineKey } from "../reuse/line-key.js";
import { type Edit, type Piece, piecesOf, written } from "../reuse/mapped-text.js";
import { splitByDays } from "./split.js";

type Block = ast.Metric | ast.Payment | ast.SideBlock;
type Line = ast.MetricLine | ast.PaymentLine;

/** How a deed is carried out. */
export interface Application {
  readonly contract: ast.Contract;
  readonly variation: ast.Variation;
  readonly report: Report;
  /** Write changed amounts so that a period around this day is split by days; undefined: write the new amount alone. */
  readonly splitOn?: string;
}

/** The changes that a deed makes to the text of a contract. What it cannot do is reported and left out. */
export function editsOf(application: Application): Edit[] {
  return application.variation.lines.flatMap((line) => {
    if (ast.isChangeLine(line)) return change(line, application);
    if (ast.isAddLine(line)) return add(line, application);
    return ast.isRemoveLine(line) ? remove(line, application) : [];
  });
}

/** The thing of the contract that a declaration in a deed stands for: of its kind and name; a line without a name by its kind. */
export function counterpart(item: ast.ContractItem, contract: ast.Contract): ast.ContractItem | undefined {
  return contract.items.find((other) => other.$type === item.$type && nameOf(other) === nameOf(item));
}

export const nameOf = (item: AstNode): string | undefined =>
  "name" in item && typeof item.name === "string" ? item.name : undefined;

/** "metric falls", "the line term": how a message calls it. */
export function called(item: AstNode): string {
  const word = item.$cstNode?.text.split(/\s/)[0] ?? "line";
  const name = nameOf(item);
  return name === undefined ? `line "${word}"` : `${word} ${name}`;
}

function change({ item }: ast.ChangeLine, application: Application): Edit[] {
  const { contract, report } = application;
  const target = item && counterpart(item, contract);
  if (!item) return [];
  if (!target) {
    report("deed-nothing-there", { thing: called(item), contract: contract.name }, item, { property: "name" });
    return [];
  }
  if (ast.isMetric(item) || ast.isPayment(item))
    return [...headerEdits(item, target as Block), ...blockEdits(item, target as Block, application)];
  return [replace(target, splitByDays(item, target, application.splitOn) ?? piecesOf(item, []))];
}

/** A deed may give a thing another title. */
function headerEdits(item: ast.Metric | ast.Payment, target: Block): Edit[] {
  if (item.title === undefined || ast.isSideBlock(target)) return [];
  const title = GrammarUtils.findNodeForProperty(item.$cstNode, "title")!;
  const pieces: Piece[] = [{ text: title.text, from: { document: AstUtils.getDocument(item), offset: title.offset } }];
  const old = GrammarUtils.findNodeForProperty(target.$cstNode, "title");
  if (old) return [{ offset: old.offset, end: old.end, pieces }];
  const name = GrammarUtils.findNodeForProperty(target.$cstNode, "name")!;
  return [{ offset: name.end, end: name.end, pieces: [written(" "), ...pieces] }];
}

/** Line by line: what begins alike is replaced; what is new is put beside its like, a new step after the last one. */
function blockEdits(block: Block, target: Block, application: Application): Edit[] {
  return (block.lines as readonly Line[]).flatMap((line): Edit[] => {
    const key = lineKey(line);
    const same = (target.lines as readonly Line[]).filter((other) => lineKey(other) === key);
    if (same.length > 1) {
      const thing = nameOf(target) ?? key;
      application.report("deed-line-unclear", { line: key, thing }, line, {
        related: same.map((node) => ({ message: "It could be this one.", node })),
      });
      return [];
    }
    const [old] = same;
    if (!old) return [insert(line, target)];
    if (ast.isSideBlock(line) && ast.isSideBlock(old)) return blockEdits(line, old, application);
    return [replace(old, splitByDays(line, old, application.splitOn) ?? piecesOf(line, []))];
  });
}

function insert(line: Line, target: Block): Edit {
  const lines = target.lines as readonly Line[];
  const like =
    lines.findLast((other) => other.$type === line.$type) ??
    (ast.isThenLine(line) || ast.isOnlyWhenLine(line) ? lastStep(lines) : undefined);
  const after = (like ?? lines.at(-1))?.$cstNode?.end ?? GrammarUtils.findNodeForKeyword(target.$cstNode, "{")!.end;
  return {
    offset: after,
    end: after,
    pieces: [written(`\n${indentOf(lines.at(-1) ?? target)}`), ...piecesOf(line, [])],
  };
}

const lastStep = (lines: readonly Line[]): Line | undefined =>
  lines.findLast(
    (line) =>
      ast.isThenLine(line) ||
      ast.isOnlyWhenLine(line) ||
      ast.isComparesLine(line) ||
      ast.isWeightLine(line) ||
      ast.isPaysLine(line) ||
      ast.isPoolLine(line),
  );

function add({ item }: ast.AddLine, { contract, report }: Application): Edit[] {
  if (!item) return [];
  const name = nameOf(item);
  const there = contract.items.find((other) =>
    name === undefined ? other.$type === item.$type : nameOf(other) === name,
  );
  if (there) {
    report("deed-adds-twice", { thing: called(there), contract: contract.name }, item, {
      property: "name",
      related: [{ message: "It stands here.", node: there }],
    });
    return [];
  }
  const close = contract.$cstNode!.end - 1;
  return [{ offset: close, end: close, pieces: [written("\n  "), ...piecesOf(item, []), written("\n")] }];
}

function remove(line: ast.RemoveLine, { contract, report }: Application): Edit[] {
  const target = removed(line, contract);
  if (target) return [cut(target)];
  report("deed-nothing-there", { thing: removedAs(line), contract: contract.name }, line);
  return [];
}

/** What a line of a deed takes away. */
export function removed(line: ast.RemoveLine, contract: ast.Contract): AstNode | undefined {
  const payment = contract.items.filter(ast.isPayment).find(({ name }) => name === line.payment?.$refText);
  if (line.on) {
    const key = `${line.kind} on ${line.on.$refText}`;
    return payment?.lines.find((other) => lineKey(other) === key);
  }
  if (line.step !== undefined) {
    return payment && AstUtils.streamAst(payment).find((node) => ast.isThenLine(node) && node.name === line.step);
  }
  return contract.items.find((item) => nameOf(item) === line.target?.$refText);
}

const removedAs = ({ kind, target, on, step, payment }: ast.RemoveLine): string =>
  target
    ? `${kind} ${target.$refText}`
    : `${on ? `line "${kind} on ${on.$refText}"` : `step ${step}`} in ${payment?.$refText ?? "that payment"}`;

const replace = (old: AstNode, pieces: readonly Piece[]): Edit => ({
  offset: old.$cstNode!.offset,
  end: old.$cstNode!.end,
  pieces,
});

/** Takes a thing away, and with it its line where nothing else stands on it. */
function cut(old: AstNode): Edit {
  const text = AstUtils.getDocument(old).textDocument.getText();
  const { offset, end } = old.$cstNode!;
  const before = /\n[ \t]*$/.exec(text.slice(0, offset))?.[0].length ?? 0;
  const alone = /^[ \t]*(?:\n|$)/.test(text.slice(end));
  return { offset: alone ? offset - before : offset, end, pieces: [] };
}

function indentOf(node: AstNode): string {
  const { start } = node.$cstNode!.range;
  const line = AstUtils.getDocument(node).textDocument.getText().split("\n")[start.line] ?? "";
  return /^\s*/.exec(line)![0] + (ast.isMetric(node) || ast.isPayment(node) || ast.isSideBlock(node) ? "  " : "");
}
