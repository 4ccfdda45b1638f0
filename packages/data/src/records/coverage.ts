import { addMonths, type IsoDate, monthName, type Period, previousDay, showDate, yearOf } from "@concordat/model";
import type { Session } from "../engine/session.js";
import { column } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import { aggregate, filter, order, project, scan } from "../plan/relation.js";
import { type DataProblem, problem } from "../problems.js";
import type { Source } from "../sources/resolve.js";
import { relationSql } from "../sql/duckdb.js";

/** First and last day of which an extract holds all records. */
export interface Coverage {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * What an extract covers: as its manifest says, or else whole months from its earliest dated row to its latest, of which
 * those outside the term count up to the first without a row: a mistyped year is no sign that all until then is there.
 * Never later than the day the data are known to. Undefined where nothing says.
 */
export async function coverageOf(
  session: Session,
  source: Source,
  datedBy: string,
  { term, knownTo }: { readonly term: Term; readonly knownTo: IsoDate | undefined },
): Promise<{ coverage?: Coverage; problems: DataProblem[] }> {
  const { covers, extracted } = source.settings;
  const cut = (to: IsoDate): IsoDate => earlierOf(earlierOf(to, knownTo), extracted);
  if (covers !== undefined) return { coverage: { from: covers.from, to: cut(covers.to) }, problems: [] };
  const months = nearTerm(await monthsWithRows(session, source.need.name, datedBy), term);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return { problems: [] };
  const to = cut(knownTo ?? previousDay(addMonths(`${last}-01`, 1)));
  const coverage = { from: `${first}-01`, to };
  const said = { from: showDate(coverage.from), to: showDate(to) };
  const gap = gapIn(months);
  return {
    coverage,
    problems: [
      problem("coverage-inferred", source.shown, said),
      ...(gap === undefined ? [] : [problem("coverage-gap", source.shown, { month: gap })]),
    ],
  };
}

/** The earlier of two days, where the second is known. */
export const earlierOf = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b < a ? b : a);

/** As "2026-04", ascending. */
async function monthsWithRows(session: Session, records: string, datedBy: string): Promise<string[]> {
  const dated = filter(scan(nameOf(records)), { op: "known", of: column(nameOf(datedBy)) });
  const day = { op: "as", of: column("day"), type: { type: "text" } } as const;
  const days = project(aggregate(dated, [{ name: "day", of: column(nameOf(datedBy)) }], []), [
    { name: "day", of: day },
  ]);
  const found = await session.query(relationSql(order(days, [column("day")])));
  return [...new Set(found.map(([text]) => String(text).slice(0, 7)))];
}

/** First day of the term, and the day after its last. */
interface Term {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Of the months before and after the term, those without a gap between them and it; all where none is of the term. */
function nearTerm(months: readonly string[], { from, to }: Term): readonly string[] {
  const begins = months.findIndex((month) => month >= from.slice(0, 7));
  const ends = months.findLastIndex((month) => `${month}-01` < to);
  if (begins === -1 || begins > ends) return months;
  let [first, last] = [begins, ends];
  while (first > 0 && follows(months[first - 1]!, months[first]!)) first--;
  while (last < months.length - 1 && follows(months[last]!, months[last + 1]!)) last++;
  return months.slice(first, last + 1);
}

const follows = (month: string, next: string): boolean => addMonths(`${month}-01`, 1) === `${next}-01`;

/** The first month without a row between two with rows, in words. */
function gapIn(months: readonly string[]): string | undefined {
  for (const [index, month] of months.slice(1).entries()) {
    if (follows(months[index]!, month)) continue;
    const expected = addMonths(`${months[index]!}-01`, 1);
    return `${monthName(expected)} ${yearOf(expected)}`;
  }
  return undefined;
}

/** Why the extract cannot say what happened in a period; undefined where it covers all of it that the term holds. */
export function whyNotCovered(period: Period, coverage: Coverage | undefined, extract: string): string | undefined {
  if (coverage === undefined) return `${extract} holds no dated record, and data.json does not say what it covers`;
  const last = previousDay(period.to);
  if (coverage.to < last) {
    return `${extract} holds records to ${showDate(coverage.to)}; the period runs to ${showDate(last)}`;
  }
  if (coverage.from > period.from) {
    return `${extract} holds records from ${showDate(coverage.from)}; the period begins on ${showDate(period.from)}`;
  }
  return undefined;
}
