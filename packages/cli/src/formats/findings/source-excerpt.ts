import type { TextRange } from "@concordat/language";
import { printable } from "../../output/printable.js";

const WIDEST = 160;

/**
 * The line where a range begins, and carets under the part of it that the range covers. A tab is shown as one blank, so
 * that the carets stand where they should; of a very long line only the part around the range is shown.
 */
export function sourceExcerpt(text: string, range: TextRange): readonly [line: string, carets: string] {
  const start = text.lastIndexOf("\n", range.offset - 1) + 1;
  const end = text.indexOf("\n", range.offset);
  const whole = text.slice(start, end < 0 ? text.length : end).replace(/\r$/, "");
  const from = Math.min(range.offset - start, whole.length);
  const to = Math.max(Math.min(range.offset - start + range.length, whole.length), from);
  const before = shown(whole.slice(0, from)).replace(/^ +/, "");
  const covered = shown(whole.slice(from, to));
  const after = shown(whole.slice(to)).trimEnd();
  const lead = before.length > WIDEST / 2 ? `…${before.slice(-WIDEST / 2)}` : before;
  const body = covered.length > WIDEST ? `${covered.slice(0, WIDEST)}…` : covered;
  const room = Math.max(0, WIDEST - lead.length - body.length);
  const tail = after.length > room ? `${after.slice(0, room)}…` : after;
  return [lead + body + tail, " ".repeat(width(lead)) + "^".repeat(Math.max(1, width(body.trimEnd())))];
}

const shown = (text: string): string => printable(text).replaceAll("\t", " ");

/** Letters, not UTF-16 units; an accent that is written on its own takes no room. */
const width = (text: string): number => [...text.replace(/\p{M}/gu, "")].length;
