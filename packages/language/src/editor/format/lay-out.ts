import type { AstNode } from "langium";
import type { LangiumServices } from "langium/lsp";
import { breaksOf, STEP } from "./breaks.js";
import { columnsOf } from "./columns.js";
import { type Plan, planOf } from "./plan.js";
import { BLOCK_COMMENT, LINE_COMMENT, saySame, type Word, wordsOf } from "./words.js";

/** A stretch of text, from `offset` to before `end`, and what is written there instead. */
export interface Change {
  readonly offset: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The changes that give a text its form: blanks and line breaks, never a word or a comment. None where it is in form.
 * Undefined where the text does not read, or where in another form it would say something else.
 */
export function layOut(text: string, root: AstNode, services: LangiumServices): Change[] | undefined {
  const words = wordsOf(text, services);
  if (!words) return undefined;
  const changes = changesOf(text, words, root);
  if (changes.length === 0) return changes;
  return saySame(words, wordsOf(applied(text, changes), services)) ? changes : undefined;
}

export function applied(text: string, changes: readonly Change[]): string {
  let from = 0;
  let result = "";
  for (const { offset, end, text: written } of changes) {
    result += text.slice(from, offset) + written;
    from = end;
  }
  return result + text.slice(from);
}

/** How lines end between the words; what stands inside a remark or prose is left as it is, and decides only where nothing else does. */
function lineEndOf(text: string, words: readonly Word[]): string {
  const between = words.map(({ offset }, at) => text.slice(words[at - 1]?.end ?? 0, offset));
  for (const blanks of [...between, text]) {
    const [found] = /\r\n|\r|\n/.exec(blanks) ?? [];
    if (found) return found;
  }
  return "\n";
}

function changesOf(text: string, words: readonly Word[], root: AstNode): Change[] {
  const plan = planOf(root, words);
  const breaks = breaksOf(words, plan);
  const spaces = words.map((word, at) => spaceBefore(word, at, words, plan));
  const pads = columnsOf(words, plan, breaks, spaces);
  const newLine = lineEndOf(text, words);
  const changes: Change[] = [];
  let from = 0;
  let column = 0;
  // Where a line goes on below: under its value, or a step to the right of where it begins.
  let goesOn = 0;
  words.forEach((word, at) => {
    const before = breaks[at]!;
    let lead: string;
    if (before.way === "same line") {
      lead = pads.has(at) ? " ".repeat(pads.get(at)!) : spaces[at]!;
      column += lead.length;
      if (pads.has(at) && plan.values.has(at)) goesOn = column;
    } else {
      column = before.way === "line" ? before.indent : goesOn;
      if (before.way === "line") goesOn = column + STEP;
      const empty = before.way === "line" && before.empty ? newLine : "";
      lead = (at === 0 ? "" : newLine + empty) + " ".repeat(column);
    }
    const written = word.kind === BLOCK_COMMENT ? moved(word.text, column - columnIn(text, word.offset)) : word.text;
    add(changes, text, from, word.offset, lead);
    add(changes, text, word.offset, word.end, written);
    from = word.end;
    const lastLine = written.slice(written.lastIndexOf("\n") + 1);
    column = [...lastLine].length + (lastLine.length < written.length ? 0 : column);
  });
  add(changes, text, from, text.length, words.length > 0 ? newLine : "");
  return changes;
}

function add(changes: Change[], text: string, offset: number, end: number, written: string): void {
  if (text.slice(offset, end) !== written) changes.push({ offset, end, text: written });
}

/** Blanks before a word on the line of the word before it, where it begins no column. */
function spaceBefore({ kind }: Word, at: number, words: readonly Word[], plan: Plan): string {
  const previous = words[at - 1]?.kind ?? "";
  if (kind === LINE_COMMENT) return "  ";
  if (kind === BLOCK_COMMENT || previous === BLOCK_COMMENT) return " ";
  if (kind === "," || kind === ")" || kind === "." || previous === "." || previous === "(") return "";
  if (kind === ":" && plan.labels.has(at)) return "";
  if (/^PROSE_(START|MIDDLE)$/.test(previous) || /^PROSE_(MIDDLE|END)$/.test(kind)) return "";
  // Lines of a block that stand side by side.
  const begun = plan.lineAt.get(at);
  return begun && !begun.spread && begun.open !== at - 1 ? "  " : " ";
}

const columnIn = (text: string, offset: number): number =>
  offset - 1 - Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1));

/** A comment of several lines, each moved as far as its first. */
function moved(comment: string, by: number): string {
  return comment.replace(/(\r\n|\r|\n)([ \t]*)/g, (_, end: string, blanks: string) =>
    by < 0 ? end + blanks.slice(Math.min(-by, blanks.length)) : end + " ".repeat(blanks === "" ? 0 : by) + blanks,
  );
}
