import { type AstNode, type CstNode, CstUtils } from "langium";
import * as ast from "../generated/ast.js";
import { isMeasureLine } from "../names/measure-line.js";

/**
 * What a line is about: of two lines with one key the later replaces the earlier. It is the line's first word or phrase;
 * a step is known by its label or else by its kind, a weight by what it stands on.
 */
export function lineKey(line: ast.MetricLine | ast.PaymentLine): string {
  if (isMeasureLine(line)) return "what is counted";
  if (ast.isWeightLine(line) || ast.isPointsLine(line)) return `${firstWord(line)} on ${wordsOf(line.on)}`;
  if (ast.isThenLine(line)) return line.name ? `then ${line.name}` : `then ${firstWord(line.step)}`;
  if (ast.isAcceptLine(line)) return `accept ${line.finding}`;
  if (ast.isPaidLine(line)) return line.side ? `paid ${line.side}` : "paid";
  return firstWord(line);
}

const firstWord = ({ $cstNode }: AstNode): string => {
  for (const leaf of $cstNode ? CstUtils.flattenCst($cstNode) : []) if (!leaf.hidden) return plain(leaf.text);
  return "";
};

export const wordsOf = ({ $cstNode }: AstNode): string => plain(withoutComments($cstNode));
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

const withoutComments = (node: CstNode | undefined): string =>
  node
    ? CstUtils.flattenCst(node)
        .filter((leaf) => !leaf.hidden)
        .map((leaf) => leaf.text)
        .join(" ")
    : "";
