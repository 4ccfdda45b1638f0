import type { Plan } from "./plan.js";
import { isComment, type Word } from "./words.js";

/** What stands before a word: a line break, after an empty line or none; a break inside a line of the contract; no break. */
export type Break =
  | { readonly way: "line"; readonly indent: number; readonly empty: boolean }
  | { readonly way: "goes on" }
  | { readonly way: "same line" };

/** Blanks by which what stands inside is moved to the right. */
export const STEP = 2;
const SAME: Break = { way: "same line" };
const GOES_ON: Break = { way: "goes on" };

/** A line may go on below after these, or before those. Elsewhere what was broken is joined. */
const AFTER: ReadonlySet<string> = new Set([",", "as", "with", "scaled", "tiered", "banded"]);
const BEFORE: ReadonlySet<string> = new Set([
  "and",
  "or",
  "plus",
  "less",
  "times",
  "divided by",
  "where",
  "as",
  "with",
  "counting those where",
  "that are followed within",
  "that are",
  "of the same person",
  "weighted by",
  "because",
  "for each",
]);

export function breaksOf(words: readonly Word[], plan: Plan): Break[] {
  const next = nextSaid(words);
  return words.map((word, at) => breakBefore(word, at, words, plan, next[at]!));
}

function breakBefore(word: Word, at: number, words: readonly Word[], plan: Plan, next: number): Break {
  const previous = words[at - 1];
  if (!previous) return { way: "line", indent: 0, empty: false };
  if (isComment(word)) {
    // On the line of what it stands behind; or on a line of its own, between two lines of the contract or inside one.
    if (word.breaks === 0) return SAME;
    return isBetween(next, words.length, plan) ? newLine(word, at, plan) : GOES_ON;
  }
  const begun = plan.lineAt.get(at);
  if (begun) return begun.spread ? newLine(word, at, plan) : SAME;
  const closed = plan.closedAt.get(at);
  if (closed?.spread) return { way: "line", indent: (closed.depth - 1) * STEP, empty: false };
  if (word.breaks === 0) return SAME;
  if (isComment(previous)) return GOES_ON;
  const around = plan.around[at]!;
  if (previous.kind === "," && around.list) return newLine({ ...word, breaks: 1 }, at, plan);
  return AFTER.has(previous.kind) || BEFORE.has(word.kind) || plan.listed.has(at) ? GOES_ON : SAME;
}

/** Empty lines are kept, one of them, but not right after the brace that opens a block. */
function newLine(word: Word, at: number, plan: Plan): Break {
  const { depth, open } = plan.around[at]!;
  return { way: "line", indent: depth * STEP, empty: word.breaks > 1 && at - 1 !== open };
}

/** Of each word, the next that is no comment. */
function nextSaid(words: readonly Word[]): number[] {
  const next: number[] = [];
  let known = words.length;
  for (let at = words.length - 1; at >= 0; at--) {
    if (!isComment(words[at]!)) known = at;
    next[at] = known;
  }
  return next;
}

function isBetween(next: number, end: number, plan: Plan): boolean {
  return next >= end || plan.lineAt.get(next)?.spread === true || plan.closedAt.get(next)?.spread === true;
}
