import { type AstNode, GrammarAST } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { type CompletionContext, findNextFeatures, type NextFeature } from "langium/lsp";
import { namesAround } from "../../names/around.js";

/** A word of the language or a comma just before a place, and where it begins. What a comment says is no such word. */
export function wordBefore(text: string, offset: number): { word: string; at: number } | undefined {
  const before = withoutComments(text.slice(0, offset));
  const [, word] = /((?<![A-Za-z0-9_-])[a-z]+|,)$/.exec(before.slice(-80)) ?? [];
  return word ? { word, at: before.length - word.length } : undefined;
}

/** A text without the blanks and the comments at its end; two slashes in quotes are no comment. */
function withoutComments(text: string): string {
  const end = text.trimEnd();
  const line = end.slice(end.lastIndexOf("\n") + 1);
  const [code] = /^(?:"[^"]*"|(?!\/\/)[^"])*/.exec(line)!;
  const isComment = line.startsWith("//", code.length) && end.length < text.length && /\n/.test(text.slice(end.length));
  return isComment ? withoutComments(end.slice(0, end.length - line.length + code.length)) : end;
}

/** Whether something around a node has the name of a word: then the word may be that name. */
export const isNamed = (word: string, node: AstNode | undefined, shared: LangiumSharedServices): boolean =>
  node !== undefined && namesAround(node, shared)?.things.has(word) === true;

/**
 * What follows a word of the language that could be a name as well, or a comma. `paid to each |`: with nothing after it
 * the parser takes `each` for somebody's name, and offers what follows a name. Where nothing is called so, it is the word.
 * A comma it takes for that of the innermost list. `before` is what may stand where the word stands.
 */
export function afterWord(word: string, before: readonly NextFeature[]): NextFeature[] {
  const asWord = before.filter(({ feature }) => GrammarAST.isKeyword(feature) && feature.value === word);
  return asWord.flatMap((next) => findNextFeatures([[next]], []));
}

/** Whether the features that were found are those after the word already. */
export const followsWord = ({ features }: CompletionContext, after: readonly NextFeature[]): boolean =>
  after.every(({ feature }) => features.some((known) => known.feature === feature));
