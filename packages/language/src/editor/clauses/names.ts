import type { AstNode } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../../generated/ast.js";
import { namesAround } from "../../names/around.js";
import { contractsAround } from "../../variations/deeds.js";
import { contractAround } from "../calendar.js";
import type { GapKind, NamesOfKind } from "./clause.js";

const IS: Record<Exclude<GapKind, "contract">, (node: AstNode) => boolean> = {
  commissioner: (node) => ast.isParty(node) && node.role === "commissioner",
  // A group is offered before its members.
  payee: (node) => ast.isGroup(node) || (ast.isParty(node) && node.role === "provider"),
  party: ast.isParty,
  metric: ast.isMetric,
  figure: (node) => ast.isFigure(node) || ast.isGroupFigure(node),
  records: ast.isRecords,
  payment: ast.isPayment,
  list: ast.isParticipantSet,
};

/** What may fill the gaps of a clause where a node stands. */
export function namesOfKindAround(node: AstNode | undefined, shared: LangiumSharedServices): NamesOfKind {
  return (kind) => {
    if (!node) return [];
    if (kind === "contract") return contractsAround(node, shared).map(({ name }) => name);
    const fitting = (namesAround(node, shared)?.all ?? []).filter((thing) => IS[kind](thing));
    const groupsFirst = [...fitting.filter(ast.isGroup), ...fitting.filter((thing) => !ast.isGroup(thing))];
    return [...new Set(groupsFirst.map(({ name }) => name))];
  };
}

const SIGNS: Record<string, string> = { EUR: "€", USD: "$" };

/** The sign of the money of the contract around. */
export function signAround(node: AstNode | undefined): string {
  const code = node && contractAround(node)?.items.find(ast.isCurrencyLine)?.code;
  return SIGNS[code ?? ""] ?? "£";
}
