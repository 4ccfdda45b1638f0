import { showDate } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { type Piece, piecesOf, written } from "../reuse/mapped-text.js";

/**
 * A changed amount, written so that a period around the day is split by days (rules 5 and 15): `£1,000,000, then £900,000
 * from 1 October 2027`. Undefined where no day is given, or where this is no amount that can be split.
 */
export function splitByDays(changed: AstNode, old: AstNode, day: string | undefined): Piece[] | undefined {
  const [next, before] = [amountOf(changed), amountOf(old)];
  if (day === undefined || !next || !before || !isSplit(changed, old)) return undefined;
  const prefix = piecesOf(old, [{ offset: before.$cstNode!.end, end: old.$cstNode!.end, pieces: [] }]);
  return [...prefix, written(", then "), ...piecesOf(next.value, []), written(` from ${showDate(day)}`)];
}

/** Whether a change is one of an amount that is written out, before and after. */
export function isSplit(changed: AstNode, old: AstNode): boolean {
  const [next, before] = [amountOf(changed), amountOf(old)];
  if (!next || !before || changed.$type !== old.$type) return false;
  const later = before.changes.every(ast.isLaterValue);
  return isWritten(next) && isWritten(before) && later && next.changes.length === 0 && next.each === before.each;
}

function amountOf(node: AstNode): ast.DatedValue | undefined {
  if (ast.isPaysLine(node) || ast.isPoolLine(node)) return ast.isDatedValue(node.value) ? node.value : undefined;
  return ast.isDefine(node) && ast.isDatedValue(node.value) && node.forEach === undefined ? node.value : undefined;
}

const isWritten = ({ value }: ast.DatedValue): boolean =>
  ast.isMoney(value) || ast.isPercent(value) || ast.isNumberLiteral(value);
