import { type ContractModel, groupDigits, previousDay, type RecordSet, showDate } from "@concordat/model";
import type { Session } from "../engine/session.js";
import { type Loaded, usedByFile } from "../load/load.js";
import { any, column, compare, date } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import { aggregate, scan } from "../plan/relation.js";
import { type DataProblem, problem } from "../problems.js";
import { byPlace } from "../quarantine.js";
import { cardsOf } from "../records/rate-card.js";
import type { Source } from "../sources/resolve.js";
import { relationSql } from "../sql/duckdb.js";
import { setAside } from "./set-aside.js";

interface Term {
  readonly from: string;
  /** The day after the last. */
  readonly to: string;
}

/**
 * Rows that are dated outside the term count in no period. Where nothing in the contract looks at such rows they are set
 * aside, unless `data.json` keeps them; where something does, they stay, and are told.
 */
export async function outsideTerm(
  session: Session,
  { source, records, loaded, header }: { source: Source; records: RecordSet; loaded: Loaded; header: string },
  { contract, term, details }: { contract: ContractModel; term: Term; details: number },
): Promise<{ loaded: Loaded; problems: DataProblem[] }> {
  const day = column(nameOf(records.datedBy));
  const where = any([compare(day, "<", date(term.from)), compare(day, ">=", date(term.to))]);
  const [[found] = []] = await session.query(
    relationSql(aggregate(scan(nameOf(records.name)), [], [{ name: "found", how: "count", where }])),
  );
  const many = Number(found);
  if (many === 0) return { loaded, problems: [] };
  const wanted = source.settings.outsideTerm ?? (looksBeyond(contract, records) ? "keep" : "set aside");
  const inWords = `from ${showDate(term.from)} to ${showDate(previousDay(term.to))}`;
  if (wanted === "keep") {
    const count = many === 1 ? "1 row is" : `${groupDigits(String(many))} rows are`;
    return { loaded, problems: [problem("outside-term", source.shown, { count, column: header, term: inWords })] };
  }
  const reason = `lies outside the term, ${inWords}`;
  const { locate } = loaded;
  const says = (row: Parameters<typeof locate>[0]) => ({ ...locate(row), column: header, reason });
  const room = details - loaded.quarantine.length;
  const rows = await setAside(session, { table: records.name, where, says }, room);
  const used = await usedByFile(session, nameOf(records.name));
  const quality = loaded.quality.map((each, file) => {
    const left = used.get(file) ?? 0;
    return { ...each, used: left, quarantined: each.read - left };
  });
  return { loaded: { ...loaded, quality, quarantine: [...loaded.quarantine, ...rows].sort(byPlace) }, problems: [] };
}

/** Whether something in the contract looks at rows from before or after the term, or may do so. */
function looksBeyond(contract: ContractModel, { name, lastingTo }: RecordSet): boolean {
  const { records, tallies, participants } = contract;
  const taken = records.filter(({ derived }) => derived?.from === name);
  const names = new Set([name, ...taken.map((each) => each.name)]);
  return (
    lastingTo !== undefined ||
    taken.some(({ derived }) => derived?.pick !== undefined) ||
    [...names].some((each) => cardsOf(contract, each).length > 0) ||
    participants.some(({ cohort }) => cohort !== undefined && names.has(cohort.records)) ||
    tallies.some(
      (tally) =>
        (names.has(tally.records) && tally.cohort !== undefined) ||
        (tally.followed !== undefined && (names.has(tally.records) || names.has(tally.followed.records))),
    )
  );
}
