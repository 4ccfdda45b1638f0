import { type LangiumDocument, type URI, UriUtils } from "langium";
import type { Diagnostic, Range } from "vscode-languageserver-types";

interface Kept {
  readonly text: string;
  readonly advice: readonly Diagnostic[];
}

/** Advice that was given on a file, for as long as that on its newer text is not worked out. */
export class KeptAdvice {
  private readonly given = new Map<string, Kept>();
  private readonly moved = new WeakMap<Kept, { text: string; advice: readonly Diagnostic[] }>();

  keep({ uri, textDocument }: LangiumDocument, advice: readonly Diagnostic[]): void {
    this.given.set(UriUtils.normalize(uri), { text: textDocument.getText(), advice });
  }

  forget(uri: URI): void {
    this.given.delete(UriUtils.normalize(uri));
  }

  /** What still stands where it stood, or as many lines further down as were put in above; the same objects each time. */
  of({ uri, textDocument }: LangiumDocument): readonly Diagnostic[] {
    const kept = this.given.get(UriUtils.normalize(uri));
    if (!kept) return [];
    const text = textDocument.getText();
    const before = this.moved.get(kept);
    if (before?.text === text) return before.advice;
    const { first, last, lines } = changeBetween(kept.text, text);
    const advice = kept.advice.flatMap((one) => {
      if (one.range.end.line < first) return [one];
      return one.range.start.line > last ? [{ ...one, range: lower(one.range, lines) }] : [];
    });
    this.moved.set(kept, { text, advice });
    return advice;
  }
}

const lower = ({ start, end }: Range, lines: number): Range => ({
  start: { ...start, line: start.line + lines },
  end: { ...end, line: end.line + lines },
});

/** The first and last line of the older text that the newer has not, and how many lines more there are. */
export function changeBetween(older: string, newer: string): { first: number; last: number; lines: number } {
  const most = Math.min(older.length, newer.length);
  let same = 0;
  while (same < most && older.charCodeAt(same) === newer.charCodeAt(same)) same++;
  let end = 0;
  while (end < most - same && older.charCodeAt(older.length - 1 - end) === newer.charCodeAt(newer.length - 1 - end))
    end++;
  const first = breaks(older, 0, same);
  const last = first + breaks(older, same, older.length - end);
  return { first, last, lines: breaks(newer, same, newer.length - end) - (last - first) };
}

function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
