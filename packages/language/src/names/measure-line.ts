import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";

/** The line of a metric that says what is measured. */
export type MeasureLine =
  | ast.RateLine
  | ast.StandardisedLine
  | ast.DifferenceLine
  | ast.ShareLine
  | ast.CountLine
  | ast.SumLine;

export const isMeasureLine = (line: AstNode): line is MeasureLine =>
  ast.isRateLine(line) ||
  ast.isStandardisedLine(line) ||
  ast.isDifferenceLine(line) ||
  ast.isShareLine(line) ||
  ast.isCountLine(line) ||
  ast.isSumLine(line);
