import type { Break } from "./breaks.js";
import type { Line, Plan } from "./plan.js";
import { ONE_LINE, type Row } from "./rows.js";
import type { Word } from "./words.js";

type Columned = Exclude<Row, string>;
interface Measured {
  readonly first: number;
  readonly row: Columned;
  /** Of each column but the last, how wide its text is. */
  readonly widths: readonly number[];
}

/** How many blanks stand before the words that begin a column. */
export function columnsOf(
  words: readonly Word[],
  plan: Plan,
  breaks: readonly Break[],
  spaces: readonly string[],
): ReadonlyMap<number, number> {
  const pads = new Map<number, number>();
  const spread = new Set(plan.blocks.filter((block) => block.spread).map(({ open }) => open));
  for (const block of plan.blocks) {
    if (!block.spread) continue;
    for (const rows of runs(inOneLine(block.lines, spread), words, breaks))
      align(rows, measured(rows, words, breaks, spaces), pads);
  }
  for (const list of plan.lists) {
    // Only where each stands on a line of its own they stand below each other.
    if (list.length < 2 || list.some(({ first }) => breaks[first]!.way === "same line")) continue;
    align(list, measured(list, words, breaks, spaces), pads);
  }
  return pads;
}

/** A thing of several lines is no line of a table. */
const inOneLine = (lines: readonly Line[], spread: ReadonlySet<number>): Line[] =>
  lines.map((line) => {
    const { row } = line;
    const several = typeof row !== "string" && row.like === ONE_LINE && spread.has(row.columns.at(-1)!);
    return several ? { ...line, row: "apart" } : line;
  });

/** Lines that share their columns: of one kind, with no empty line between them. */
function* runs(lines: readonly Line[], words: readonly Word[], breaks: readonly Break[]): Iterable<Line[]> {
  let run: Line[] = [];
  let like: string | undefined;
  for (const line of lines) {
    const { row, first } = line;
    if (row === "passed over") continue;
    if (row !== "apart" && row.like === "missing") {
      yield [line];
      continue;
    }
    if (row === "apart" || row.like !== like || emptyBefore(first, words, breaks)) {
      if (run.length > 0) yield run;
      run = [];
      like = undefined;
    }
    if (row === "apart") continue;
    like = row.like;
    run.push(line);
  }
  if (run.length > 0) yield run;
}

/** An empty line before the line, or before the comments that stand over it. */
function emptyBefore(first: number, words: readonly Word[], breaks: readonly Break[]): boolean {
  for (let at = first; at >= 0; at--) {
    const { way } = breaks[at]!;
    const before = breaks[at]!;
    if (way === "line" && before.way === "line" && before.empty) return true;
    if (!(words[at - 1]?.kind ?? "").endsWith("_COMMENT")) return false;
  }
  return false;
}

function measured(
  lines: readonly Line[],
  words: readonly Word[],
  breaks: readonly Break[],
  spaces: readonly string[],
): Measured[] {
  return lines.flatMap(({ first, row }) => {
    if (typeof row === "string" || row.columns.length === 0) return [];
    const last = row.columns.at(-1)!;
    for (let at = first + 1; at <= last; at++) if (breaks[at]?.way !== "same line") return [];
    if (last >= words.length) return [];
    const starts = [first, ...row.columns];
    const widths = row.columns.map((end, index) => widthOf(starts[index]!, end, words, spaces));
    return [{ first, row, widths }];
  });
}

function widthOf(from: number, to: number, words: readonly Word[], spaces: readonly string[]): number {
  let width = 0;
  for (let at = from; at < to; at++) width += (at > from ? spaces[at]!.length : 0) + [...words[at]!.text].length;
  return width;
}

function align(lines: readonly Line[], rows: readonly Measured[], pads: Map<number, number>): void {
  const alone = lines.length === 1;
  const most = Math.max(0, ...rows.map(({ row }) => row.columns.length));
  for (let column = 0; column < most; column++) {
    // A line that lacks the second of three columns goes on with its third: it has no say in how wide the second is.
    const those = rows.filter(({ row }) => row.columns.length > column);
    const least = column === 0 ? Math.max(0, ...those.map(({ row }) => row.least)) : 0;
    const width = Math.max(least, ...those.map(({ widths }) => widths[column]!));
    for (const { row, widths } of those) {
      const plain = alone && row.alone === "plain";
      pads.set(row.columns[column]!, plain ? 1 : width - widths[column]! + row.gaps[column]!);
    }
  }
}
