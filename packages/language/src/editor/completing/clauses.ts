import { AstUtils, GrammarAST } from "langium";
import type { CompletionContext, CompletionValueItem, LangiumSharedServices } from "langium/lsp";
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from "vscode-languageserver-types";
import { clausesAt } from "../clauses/catalogue.js";
import { plainOf, snippetOf } from "../clauses/clause.js";
import { PARTY_ROLE } from "../clauses/contract.js";
import { namesOfKindAround, signAround } from "../clauses/names.js";
import { beginsLine } from "./place.js";

/** Whole clauses that begin with a word, where the word may stand: each with its gaps in the order in which to fill them. */
export function clauseItems(
  keyword: GrammarAST.Keyword,
  context: CompletionContext,
  shared: LangiumSharedServices,
): CompletionValueItem[] {
  const rule = AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule)?.name ?? "";
  // `each provider …` has the word for a role too, and is no party.
  if (rule === PARTY_ROLE && !beginsLine(context)) return [];
  const names = namesOfKindAround(context.node, shared);
  const sign = signAround(context.node);
  return clausesAt(rule, keyword.value).map((clause, index) => {
    const example = plainOf(clause, names, sign).trimEnd();
    return {
      label: `${keyword.value}: ${clause.title}`,
      kind: CompletionItemKind.Snippet,
      detail: "whole clause",
      sortText: `4${keyword.value} ${index}`,
      insertText: snippetOf(clause, names, sign),
      insertTextFormat: InsertTextFormat.Snippet,
      insertTextMode: InsertTextMode.adjustIndentation,
      documentation: { kind: "markdown", value: ["```concordat", example, "```"].join("\n") },
    };
  });
}
