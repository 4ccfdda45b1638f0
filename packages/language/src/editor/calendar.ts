import { type Calendar, calendarOf, isDate } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { contractOf } from "../names/declared.js";
import { deedAround } from "../variations/deeds.js";

/** The contract that a node speaks of: the one around it, or the one that its deed changes. */
export function contractAround(node: AstNode): ast.Contract | undefined {
  const own = contractOf(node);
  if (own) return own;
  const varied = deedAround(node)?.contract?.ref;
  return ast.isContract(varied) ? varied : undefined;
}

/**
 * The calendar of a contract as far as its lines `term` and `year` are written, whatever else is wrong with it. Undefined
 * where the term is not whole or runs backwards. Where no line `year` stands, a year begins with the term.
 */
export function calendarIn(contract: ast.Contract | undefined): Calendar | undefined {
  const term = contract?.items.find(ast.isTermLine);
  if (!term || !isDate(term.from ?? "") || !isDate(term.to ?? "") || term.to < term.from) return undefined;
  const day = contract?.items.find(ast.isYearLine)?.day ?? `-${term.from.slice(4)}`;
  const [, month = "", date = ""] = /^--(\d\d)-(\d\d)$/.exec(day) ?? [];
  return isDate(`2000-${month}-${date}`) ? calendarOf(term, { month: Number(month), day: Number(date) }) : undefined;
}
