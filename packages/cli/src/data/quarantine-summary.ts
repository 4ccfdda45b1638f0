import type { QuarantinedRow } from "@concordat/data";
import { fewerThan, hiddenAmong, isSmall, type OutcomeData } from "@concordat/model";
import { counted } from "../output/words.js";

const MOST_REASONS = 12;

/** How many rows were set aside in all, then by file and reason, the most frequent first. Lines; none where none was. */
export function quarantineSummary(
  rows: readonly QuarantinedRow[],
  { quality, suppressBelow }: Pick<OutcomeData, "quality" | "suppressBelow">,
): string[] {
  const total = quality.reduce((sum, { quarantined }) => sum + quarantined, 0);
  if (total === 0) return [];
  const byReason = new Map<string, number>();
  for (const { file, column, reason } of rows) {
    const alike = reason
      .replace(/\bat row \d+/g, "at another row")
      .replace(/^row \d+ (of .*)?gives .* for the same period$/, "another row gives another value for the same period")
      .replace(/\.$/, "");
    const what = `${file}${column === undefined ? "" : `, ${column}`}: ${alike}`;
    byReason.set(what, (byReason.get(what) ?? 0) + 1);
  }
  const all = [...byReason].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const hidden = hiddenAmong(
    all.map(([, count]) => count),
    suppressBelow,
  );
  const rest = all.length - MOST_REASONS;
  const said = (count: number, hidden: boolean | undefined): string =>
    isSmall(count, suppressBelow)
      ? `${fewerThan(suppressBelow!)} rows`
      : hidden
        ? "rows not shown"
        : counted(count, "row");
  const one = total === 1 && !isSmall(1, suppressBelow);
  return [
    `Quarantine: ${said(total, false)} could not be used and ${one ? "is" : "are"} not counted.`,
    ...(total > rows.length ? [`Of the first ${counted(rows.length, "row")}:`] : []),
    ...all.slice(0, MOST_REASONS).map(([what, count], index) => `  ${said(count, hidden[index])}  ${what}`),
    ...(rest > 0 ? [`  … and ${counted(rest, "more reason")}`] : []),
  ];
}
