import { groupDigits, type InputValue, type OutcomeData } from "@concordat/model";
import { type DataProblem, problem } from "./problems.js";
import type { QuarantinedRow } from "./quarantine.js";
import type { SourceRead } from "./read-source.js";

export interface DataResult {
  readonly data: OutcomeData;
  /** Rows that were set aside, the first 10,000 of them; `data.quality` counts all. */
  readonly quarantine: QuarantinedRow[];
  readonly problems: DataProblem[];
}

/** So many rows are listed one by one in the quarantine; the rest are counted. */
export const QUARANTINE_LIMIT = 10_000;

/** What all sources give together; the digest is of all that was read. */
export function result(reads: readonly SourceRead[], found: readonly DataProblem[], digest: string): DataResult {
  const quality = reads.flatMap((read) => read.loaded?.quality ?? []);
  for (const { file, read, used, quarantined } of quality) {
    if (read !== used + quarantined) throw new Error(`rows of ${file} were lost`);
  }
  const aside = quality
    .filter((each) => each.quarantined > 0)
    .map(({ file, read, quarantined }) =>
      problem("rows-quarantined", file, { count: groupDigits(String(quarantined)), read: groupDigits(String(read)) }),
    );
  return {
    data: { values: reads.flatMap((read) => read.values).sort(byNamePeriodAndPlace), digest, quality },
    quarantine: reads.flatMap((read) => read.loaded?.quarantine ?? []).slice(0, QUARANTINE_LIMIT),
    problems: [...found, ...reads.flatMap((read) => read.problems), ...aside],
  };
}

function byNamePeriodAndPlace(a: InputValue, b: InputValue): number {
  return (
    compareText(a.name, b.name) ||
    compareText(a.from, b.from) ||
    compareText(a.to, b.to) ||
    compareText(JSON.stringify(a.of), JSON.stringify(b.of))
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
