import type { CompletionItem } from "vscode-languageserver";

/** Of what may be offered beside a list, what the list does not have. */
export function withNew(items: readonly CompletionItem[], more: readonly CompletionItem[]): CompletionItem[] {
  const labels = new Set(items.map(({ label }) => label));
  return [...items, ...more.filter(({ label }) => !labels.has(label))];
}
