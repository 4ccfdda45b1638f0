import {
  type Cohort,
  type ContractModel,
  dayAfter,
  type FieldType,
  groupDigits,
  type InputValue,
  periodsOf,
  previousDay,
  type RecordSet,
  showDate,
  type Tally,
} from "@concordat/model";
import { all, column, compare, date, known, text, whole } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { filter, join, project, type Relation, running, scan } from "../plan/relation.js";
import { later } from "../plan/window.js";
import { relationSql } from "../sql/duckdb.js";
import { conditionExpression } from "./condition.js";
import { personOf } from "./follow-up.js";
import { askedOf } from "./measures.js";
import { passesOf } from "./passes.js";
import { exactly, isRanked, type TallyContext, talliesOf } from "./tallies.js";

const [KEY, ENTRY, PLACE, RANK] = ["cohort intake", "cohort entry", "cohort place", "cohort rank"] as const;

/** The tallies of these records that are worked out for each intake of a cohort, over the follow-up of each person. */
export async function computeCohortTallies(records: RecordSet, context: TallyContext): Promise<InputValue[]> {
  const values: InputValue[] = [];
  for (const tally of talliesOf(context.contract, records.name, "cohort")) {
    context.begins([tally]);
    const cohort = cohortOf(context.contract, tally);
    const why = cohort.intakes.map((intake) => whyNotKnown(intake, cohort, tally, records, context));
    const found = why.includes(undefined) ? await reached(records, tally, cohort, context) : new Map();
    for (const [index, { key }] of cohort.intakes.entries()) {
      values.push(intakeValue(tally, key, why[index], found.get(key), context));
    }
  }
  return values;
}

/** All of them missing, for the reason given. */
export const missingCohortTallies = (
  records: RecordSet,
  context: Pick<TallyContext, "contract" | "calendar">,
  why: string,
): InputValue[] =>
  talliesOf(context.contract, records.name, "cohort").flatMap((tally) =>
    cohortOf(context.contract, tally).intakes.map(({ key }) =>
      intakeValue(tally, key, why, undefined, { ...context, shown: "" }),
    ),
  );

interface Reached {
  readonly rows: string;
  readonly value: string | null;
}

const cohortOf = (contract: ContractModel, tally: Tally): Cohort =>
  contract.participants.find(({ name }) => name === tally.cohort)!.cohort!;

async function reached(
  records: RecordSet,
  tally: Tally,
  cohort: Cohort,
  { session, atHand }: TallyContext,
): Promise<Map<string, Reached>> {
  const rows = cohortRows(records, cohort, atHand.get(cohort.records)!.records);
  const found = new Map<string, Reached>();
  const asked = [askedOf(records, tally, atHand)];
  for (const { relation, gives } of passesOf(rows, [{ name: KEY, of: column(KEY) }], asked, records, atHand)) {
    for (const [key, ...measures] of await session.query(relationSql(relation))) {
      for (const { part, measure } of gives) {
        const cell = measures[measure] ?? null;
        const before = found.get(String(key)) ?? { rows: "0", value: null };
        found.set(String(key), { ...before, [part]: cell === null ? null : String(cell) });
      }
    }
  }
  return found;
}

/** The rows of persons of the cohort that are dated from their entry to the end of their follow-up, each with its intake. */
export function cohortRows(records: RecordSet, cohort: Cohort, entries: RecordSet): Relation {
  const person = nameOf(personOf(records));
  const day = column(nameOf(records.datedBy));
  const joined = join(scan(nameOf(records.name)), entrants(cohort, entries, person), person);
  const inside = [compare(day, ">=", column(ENTRY)), compare(day, "<", later(column(ENTRY), cohort.followed))];
  return filter(joined, all([known(column(KEY)), ...inside]));
}

/** Each person with the day of the first entry and the intake of that day, which is missing outside all of them. */
function entrants(cohort: Cohort, records: RecordSet, person: string): Relation {
  const typeOf = (field: string): FieldType => records.fields.find(({ name }) => name === field)!.type;
  const entering = column(nameOf(cohort.entering));
  const condition = cohort.where ? [conditionExpression(cohort.where, typeOf)] : [];
  const entries = project(filter(scan(nameOf(records.name)), all([known(entering), ...condition])), [
    { name: person, of: column(nameOf(personOf(records))) },
    { name: ENTRY, of: entering },
    { name: PLACE, of: column(ROW) },
  ]);
  const ranked = running(entries, [column(person)], [column(ENTRY), column(PLACE)], { name: RANK, how: "place" });
  return project(filter(ranked, compare(column(RANK), "=", whole(1))), [
    { name: person, of: column(person) },
    { name: ENTRY, of: column(ENTRY) },
    {
      name: KEY,
      of: {
        op: "choose",
        cases: cohort.intakes.map(({ key, from, to }) => ({
          when: all([compare(column(ENTRY), ">=", date(from)), compare(column(ENTRY), "<=", date(to))]),
          gives: text(key),
        })),
      },
    },
  ]);
}

/** An intake is known once its last person has been followed to the end (rule 12); undefined where it is. */
function whyNotKnown(
  { key, from, to }: Cohort["intakes"][number],
  cohort: Cohort,
  tally: Tally,
  records: RecordSet,
  { atHand, extract }: TallyContext,
): string | undefined {
  const [entries, rows] = [atHand.get(cohort.records), atHand.get(records.name)];
  if (!entries) return `who is of ${key} is looked up in ${cohort.records}, which could not be read`;
  if (!rows) return `${extract} holds no dated record, and data.json does not say what it covers`;
  if (tally.followed && !atHand.has(tally.followed.records))
    return `what follows is looked for in ${tally.followed.records}, which could not be read`;
  if (entries.coverage.from > from || entries.coverage.to < to)
    return `${cohort.records} does not hold all days from ${showDate(from)} to ${showDate(to)}, on which ${key} is entered`;
  const last = previousDay(dayAfter(to, cohort.followed));
  if (rows.coverage.to < last)
    return `${extract} holds records to ${showDate(rows.coverage.to)}; ${key} is followed until ${showDate(last)}`;
  if (rows.coverage.from > from)
    return `${extract} holds records from ${showDate(rows.coverage.from)}; ${key} is followed from ${showDate(from)}`;
  return undefined;
}

function intakeValue(
  tally: Tally,
  key: string,
  why: string | undefined,
  found: Reached | undefined,
  { calendar, shown }: Pick<TallyContext, "calendar" | "shown">,
): InputValue {
  const [term] = periodsOf("term", calendar);
  const base = { name: tally.name, of: { [tally.cohort!]: key }, from: term!.fullFrom, to: term!.fullTo };
  if (why !== undefined) return { ...base, value: null, why };
  const { rows, value } = found ?? { rows: "0", value: "0" };
  const origin = `${shown}, ${rows === "1" ? "1 row" : `${groupDigits(rows)} rows`} of ${key}, each person followed from the day of entry`;
  if (isRanked(tally) && rows === "0") return { ...base, value: null, why: "there is no row to take it from", origin };
  if (value === null && rows !== "0")
    return { ...base, value: null, why: `none of its rows has ${tally.field}`, origin };
  return { ...base, value: exactly(tally, value ?? "0"), origin };
}
