import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { lineKey } from "../reuse/line-key.js";
import { called, nameOf } from "./apply.js";

/** A thing that a deed touches: the way to it, from the declaration to the line. */
export interface Touch {
  readonly way: readonly string[];
  readonly node: AstNode;
}

export const touchesOf = ({ lines }: ast.Variation): Touch[] =>
  lines.flatMap((line): Touch[] => {
    if (ast.isRemoveLine(line)) {
      const payment = line.payment?.$refText;
      if (payment === undefined) return [{ way: [line.target?.$refText ?? ""], node: line }];
      const key = line.on ? `${line.kind} on ${line.on.$refText}` : `then ${line.step}`;
      return [{ way: [payment, key], node: line }];
    }
    if (ast.isAddLine(line)) return line.item ? [{ way: [nameOf(line.item) ?? called(line.item)], node: line }] : [];
    if (!ast.isChangeLine(line) || !line.item) return [];
    const { item } = line;
    const first = nameOf(item) ?? called(item);
    if (!ast.isMetric(item) && !ast.isPayment(item)) return [{ way: [first], node: line }];
    return linesTouched(item.lines, [first]);
  });

const linesTouched = (lines: readonly (ast.MetricLine | ast.PaymentLine)[], way: readonly string[]): Touch[] =>
  lines.flatMap((line) =>
    ast.isSideBlock(line)
      ? linesTouched(line.lines, [...way, line.side])
      : [{ way: [...way, lineKey(line)], node: line as AstNode }],
  );

/** Whether two deeds touch one thing: the same line, or a line and the whole that it stands in. */
export function meet(a: Touch, b: Touch): boolean {
  const shorter = Math.min(a.way.length, b.way.length);
  return a.way.slice(0, shorter).every((step, index) => step === b.way[index]);
}

/** "weight on falls in outcomes". */
export const touched = ({ way }: Touch): string => [...way].reverse().join(" in ");
