import { applied, layOut } from "../../../packages/language/src/editor/format/lay-out.js";
import { isComment, unindented, wordsOf } from "../../../packages/language/src/editor/format/words.js";
import { read, services } from "../syntax/reading.js";

/** A text in its form. Fails where it has none. */
export function inForm(text: string): string {
  const changes = layOut(text, read(text).parseResult.value, services.Concordat);
  if (!changes) throw new Error("the text has no form");
  return applied(text, changes);
}

/** Every word and remark of a text in their order; of a remark also whether it has a line of its own. */
export const said = (text: string): string[] =>
  wordsOf(text, services.Concordat)!.map((word, at) => {
    if (!isComment(word)) return `${word.kind} ${word.text}`;
    return `${at === 0 || word.breaks > 0 ? "by itself" : "behind it"}: ${unindented(word.text)}`;
  });

/** Where a text may have blanks: before each of its words, and at its end. */
export function gapsOf(text: string): { readonly from: number; readonly to: number }[] {
  let from = 0;
  const words = wordsOf(text, services.Concordat)!;
  const gaps = words.map(({ offset, end }) => {
    const gap = { from, to: offset };
    from = end;
    return gap;
  });
  return [...gaps, { from, to: text.length }];
}
