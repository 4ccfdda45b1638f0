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
 * What an extract covers: as its manifest says, or else whole months from its earliest dated row to its latest; never
 * later than the day the data are known to. Undefined where nothing says.
 */
export async function coverageOf(
  session: Session,
  source: Source,
  datedBy: string,
  knownTo: IsoDate | undefined,
): Promise<{ coverage?: Coverage; problems: DataProblem[] }> {
  const { covers } = source.settings;
  if (covers !== undefined) return { coverage: { from: covers.from, to: earlierOf(covers.to, knownTo) }, problems: [] };
  const months = await monthsWithRows(session, source.need.name, datedBy);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return { problems: [] };
  const to = knownTo ?? previousDay(addMonths(`${last}-01`, 1));
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

const earlierOf = (a: IsoDate, b: IsoDate | undefined): IsoDate => (b !== undefined && b < a ? b : a);

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

/** The first month without a row between two with rows, in words. */
function gapIn(months: readonly string[]): string | undefined {
  for (const [index, month] of months.slice(1).entries()) {
    const expected = addMonths(`${months[index]!}-01`, 1);
    if (!expected.startsWith(month)) return `${monthName(expected)} ${yearOf(expected)}`;
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
