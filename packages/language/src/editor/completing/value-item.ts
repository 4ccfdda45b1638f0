import type { CompletionContext, CompletionValueItem } from "langium/lsp";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Offer } from "./place.js";

/** A value as a line of the list, in the order in which it was offered. */
export function valueItem(
  { label, detail, iso, group = 0 }: Offer,
  rank: number,
  context: CompletionContext,
): CompletionValueItem {
  return {
    label,
    kind: label.startsWith('"') ? CompletionItemKind.File : CompletionItemKind.Value,
    sortText: `1${group}${String(rank).padStart(3, "0")}`,
    ...(detail ? { detail } : {}),
    ...(iso ? { data: { iso } } : {}),
    ...(label.startsWith('"') ? inQuotes(label, context) : {}),
  };
}

/** What stands between the quotes is replaced whole, whatever was typed of it. */
function inQuotes(
  label: string,
  { textDocument, tokenOffset, tokenEndOffset }: CompletionContext,
): Partial<CompletionValueItem> {
  const start = textDocument.positionAt(tokenOffset);
  const end = textDocument.positionAt(tokenEndOffset);
  return { filterText: label, textEdit: { newText: label, range: { start, end } } };
}
