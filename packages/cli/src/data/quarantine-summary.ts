import type { QuarantinedRow } from "@concordat/data";
import type { OutcomeData } from "@concordat/model";
import { counted } from "../output/words.js";

const MOST_REASONS = 12;

/** How many rows were set aside in all, then by file and reason, the most frequent first. Lines; none where none was. */
export function quarantineSummary(rows: readonly QuarantinedRow[], { quality }: OutcomeData): string[] {
  const total = quality.reduce((sum, { quarantined }) => sum + quarantined, 0);
  if (total === 0) return [];
  const byReason = new Map<string, number>();
  for (const { file, column, reason } of rows) {
    const alike = reason.replace(/\bat row \d+/g, "at another row").replace(/\.$/, "");
    const what = `${file}${column === undefined ? "" : `, ${column}`}: ${alike}`;
    byReason.set(what, (byReason.get(what) ?? 0) + 1);
  }
  const all = [...byReason].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const rest = all.length - MOST_REASONS;
  return [
    `Quarantine: ${counted(total, "row")} could not be used and ${total === 1 ? "is" : "are"} not counted.`,
    ...(total > rows.length ? [`Of the first ${counted(rows.length, "row")}:`] : []),
    ...all.slice(0, MOST_REASONS).map(([what, count]) => `  ${counted(count, "row")}  ${what}`),
    ...(rest > 0 ? [`  … and ${counted(rest, "more reason")}`] : []),
  ];
}
