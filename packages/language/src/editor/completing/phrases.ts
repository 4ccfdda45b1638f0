import { type CompletionItem, CompletionItemKind, type Range } from "vscode-languageserver-types";

/** What is typed of a phrase or of a value with blanks in it, from its first word to the cursor: the longest first. */
export function begunBefore(text: string, offset: number): string[] {
  const before = text.slice(Math.max(0, offset - 60), offset);
  const words = /(?:^|\s)([a-z]+(?:[ \t]+[a-z-]+)*[ \t]+[a-z-]*)$/.exec(before)?.[1];
  const begun: string[] = [];
  for (let typed = words; typed?.includes(" "); typed = typed.replace(/^[a-z-]+[ \t]+/, "")) begun.push(typed);
  const value = /(?<![A-Za-z0-9£$€.,_/-])(\d[\d/-]*(?:[ \t]+[A-Za-z]*(?:[ \t]*\d{0,4})?)?)$/.exec(before)?.[1];
  const month = /(?<![A-Za-z0-9_-])([A-Z][a-z]+[ \t]+\d{0,4})$/.exec(before)?.[1];
  return [...begun, ...[value, month].filter((each) => each !== undefined)];
}

/** As it would be written with one blank between its words. */
export const tidied = (typed: string): string => typed.replace(/[ \t]+/g, " ");

/** Words and phrases; a sign is typed sooner than chosen. */
export const WORD = /^[a-z]/;

/** What is offered at the first of the words that are typed, where it begins as they do, in their place. */
export function insteadOf(
  words: string,
  item: CompletionItem,
  range: Range,
  phrases: ReadonlySet<string>,
): CompletionItem[] {
  if (item.kind === CompletionItemKind.Snippet) return [];
  const { label } = item;
  const { iso } = (item.data ?? {}) as { iso?: string };
  const newText = iso?.startsWith(words) && !label.startsWith(words) ? iso : label;
  if (!newText.startsWith(words) || newText === words) return [];
  if (WORD.test(words) && !phrases.has(label)) return [];
  return [{ ...item, filterText: newText, textEdit: { newText, range } }];
}
