import { type AstNode, CstUtils, GrammarAST, type LeafCstNode } from "langium";

const known = new WeakMap<AstNode, boolean>();

/** Rules whose lines begin with a reader's own name, and marks after which a name may begin a line. */
const OPENS = new Set([",", "{", "("]);

/**
 * Whether a declaration is read the same where something is wrong elsewhere in the file: then lines are in view, and a
 * word of the language that begins one, or a unit that does, is no longer taken for a name.
 */
export function isReadByLinesToo(item: AstNode): boolean {
  const before = known.get(item);
  if (before !== undefined) return before;
  let previous: LeafCstNode | undefined;
  let same = true;
  for (const leaf of item.$cstNode ? CstUtils.flattenCst(item.$cstNode) : []) {
    if (leaf.hidden) continue;
    const first = previous !== undefined && previous.range.end.line < leaf.range.start.line;
    if (first && isNameOfWords(leaf) && !OPENS.has(previous!.text)) same = false;
    if (!same) break;
    previous = leaf;
  }
  known.set(item, same);
  return same;
}

/** A name that is a word of the language, or one that only a plain name may be. */
function isNameOfWords({ grammarSource, tokenType: { name } }: LeafCstNode): boolean {
  if (GrammarAST.isKeyword(grammarSource)) return false;
  if (name !== "NAME" && name !== "LINE_NAME") return /^[a-z]/.test(name);
  return GrammarAST.isRuleCall(grammarSource) && grammarSource.rule.$refText === "NAME";
}
