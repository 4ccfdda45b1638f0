import type { Calendar, ContractModel, InputValue, Period, PeriodKind, RecordSet, Tally } from "@concordat/model";
import { groupDigits, periodsOf, Rational } from "@concordat/model";
import type { Session } from "../engine/session.js";
import { belongingTable } from "../members.js";
import { column } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import { type Column, filter, join, project, type Relation, scan } from "../plan/relation.js";
import { axisKeys } from "../sources/needs.js";
import { relationSql } from "../sql/duckdb.js";
import { notYetKnown, type RecordsAtHand } from "./follow-up.js";
import { askedOf, typeOf } from "./measures.js";
import type { Begins } from "./metric-count.js";
import { passesOf } from "./passes.js";
import { periodColumn } from "./periods.js";
import { leftOut } from "./time-between.js";

/** What a tally came to in one place: the number, how many rows it is of, how many are not yet known, and how many cannot be right. */
interface Reached {
  readonly value: string | null;
  readonly rows: number;
  readonly waiting: number;
  readonly wrong: number;
}

/** What tallies need to know besides the rows. */
export interface TallyContext {
  readonly session: Session;
  readonly contract: ContractModel;
  readonly calendar: Calendar;
  /** What is called the file of these records. */
  readonly shown: string;
  /** The same in reasons, which name no file: "the extract of spells". */
  readonly extract: string;
  readonly whyNot: WhyNot;
  readonly begins: Begins;
  /** The record sets that have been read, these ones included. */
  readonly atHand: ReadonlyMap<string, RecordsAtHand>;
}

/** Why a period has no value, or undefined where it has. */
export type WhyNot = (period: Period) => string | undefined;

/** The tallies of the records that are counts and sums of rows; those of a rate card come person by person. By period, or by the intakes of a cohort. */
export function talliesOf(contract: ContractModel, records: string, how: "period" | "cohort" = "period"): Tally[] {
  const own = contract.tallies.filter((tally) => tally.records === records && tally.card === undefined);
  return own.filter(({ cohort }) => (cohort === undefined) === (how === "period"));
}

/** No table is read: all values are missing, for the reason given. */
export const missingTallies = (
  contract: ContractModel,
  records: RecordSet,
  calendar: Calendar,
  why: string,
): InputValue[] =>
  talliesOf(contract, records.name).flatMap((tally) =>
    tally.each.flatMap((kind) =>
      valuesOf(records, tally, periodsOf(kind, calendar), undefined, { contract, shown: "", whyNot: () => why }),
    ),
  );

/** Counts and sums from the table of the records, tallies of the same periods and participants in one pass. */
export async function computeTallies(records: RecordSet, context: TallyContext): Promise<InputValue[]> {
  const values: InputValue[] = [];
  const { contract, calendar, atHand } = context;
  const [now, never] = [[] as Tally[], [] as Tally[]];
  for (const tally of talliesOf(contract, records.name)) {
    (tally.followed === undefined || atHand.has(tally.followed.records) ? now : never).push(tally);
  }
  for (const { kind, tallies } of together(now)) {
    const periods = periodsOf(kind, calendar);
    context.begins(tallies);
    const reached = await reachedIn(records, kind, tallies, context);
    for (const [index, tally] of tallies.entries()) {
      values.push(...valuesOf(records, tally, periods, reached[index], context));
    }
  }
  for (const tally of never) {
    const whyNot = () => `what follows is looked for in ${tally.followed!.records}, which could not be read`;
    const unread = { ...context, whyNot };
    values.push(
      ...tally.each.flatMap((kind) => valuesOf(records, tally, periodsOf(kind, calendar), undefined, unread)),
    );
  }
  return values;
}

/** Tallies that are counted of the same rows in the same groups. */
interface Together {
  readonly kind: PeriodKind;
  readonly tallies: Tally[];
}

function together(tallies: readonly Tally[]): Together[] {
  const found = new Map<string, Together>();
  for (const tally of tallies) {
    for (const kind of tally.each) {
      const key = JSON.stringify([kind, tally.by.map(({ axis, field }) => [axis, field])]);
      const group = found.get(key) ?? { kind, tallies: [] };
      group.tallies.push(tally);
      found.set(key, group);
    }
  }
  return [...found.values()];
}

const placeKey = (period: number, keys: readonly string[]): string => JSON.stringify([period, ...keys]);

/** For each tally, what it came to by period and participants; no entry where it has no row. */
async function reachedIn(
  records: RecordSet,
  kind: PeriodKind,
  tallies: readonly Tally[],
  { session, atHand }: TallyContext,
): Promise<Map<string, Reached>[]> {
  const period = column(periodColumn(kind));
  const by = tallies[0]!.by.map(({ field, member }): Column => {
    const name = member === undefined ? nameOf(field) : placeColumn(field);
    return { name, of: column(name) };
  });
  const group: Column[] = [{ name: periodColumn(kind), of: period }, ...by];
  const dated = filter(scan(nameOf(records.name)), { op: "known", of: period });
  const asked = tallies.map((tally) => askedOf(records, tally, atHand));
  const reached = tallies.map(() => new Map<string, Reached>());
  for (const { relation, gives } of passesOf(tallies[0]!.by.reduce(withPlaces, dated), group, asked, records, atHand)) {
    for (const row of await session.query(relationSql(relation))) {
      const keys = row.slice(1, group.length);
      if (keys.some((key) => key === null)) continue;
      const place = placeKey(Number(row[0]), keys.map(String));
      for (const { tally, part, measure } of gives) {
        const before = reached[tally]!.get(place) ?? NOTHING;
        const found = row[group.length + measure] ?? null;
        const number = found === null ? null : String(found);
        reached[tally]!.set(place, { ...before, [part]: part === "value" ? number : Number(number) });
      }
    }
  }
  for (const places of reached) for (const [place, found] of places) places.set(place, settled(found));
  return reached;
}

const NOTHING: Reached = { value: null, rows: 0, waiting: 0, wrong: 0 };

/** Without a row there is nothing to add up, and nothing unknown either. */
const settled = (found: Reached): Reached =>
  found.value === null && found.rows === 0 ? { ...found, value: "0" } : found;

/** The column that says to which place a row's own, smaller place belongs. */
const placeColumn = (field: string): string => `place of ${nameOf(field)}`;

/** Rows with the place that their own belongs to; a row whose place belongs to none counts for none. */
function withPlaces(rows: Relation, { axis, field, member }: Tally["by"][number]): Relation {
  if (member === undefined) return rows;
  const belonging = project(scan(belongingTable(member, axis)), [
    { name: nameOf(field), of: column("key") },
    { name: placeColumn(field), of: column("place") },
  ]);
  return join(rows, belonging, nameOf(field));
}

function valuesOf(
  records: RecordSet,
  tally: Tally,
  periods: readonly Period[],
  reached: ReadonlyMap<string, Reached> | undefined,
  context: Pick<TallyContext, "contract" | "shown" | "whyNot"> & { readonly atHand?: TallyContext["atHand"] },
): InputValue[] {
  const { contract, shown, whyNot } = context;
  const places = combinations(tally.by.map(({ axis, field }) => axisKeys(contract, axis, typeOf(records, field))));
  return periods.flatMap((period, number) => {
    const why = whyNot(period);
    return places.map((keys): InputValue => {
      const of = Object.fromEntries(tally.by.map(({ axis }, index) => [axis, keys[index]!]));
      const base = { name: tally.name, of, from: period.fullFrom, to: period.fullTo };
      if (why !== undefined) return { ...base, value: null, why };
      const found = reached?.get(placeKey(number, keys)) ?? { rows: 0, value: "0", waiting: 0, wrong: 0 };
      const { rows, value } = found;
      const { followed, between } = tally;
      const open =
        followed && found.waiting > 0
          ? notYetKnown(followed, groupDigits(String(found.waiting)), context.atHand!.get(followed.records)!.coverage)
          : between && context.atHand
            ? leftOut(between, found, context.atHand.get(records.name)!.knownTo)
            : "";
      const origin = `${shown}, ${rows === 1 ? "1 row" : `${groupDigits(String(rows))} rows`}${open}`;
      // Rows of which none has the field: nothing was added up, so the sum is not known.
      if (isRanked(tally) && rows === 0)
        return { ...base, value: null, why: "there is no row to take it from", origin };
      if (value === null) return { ...base, value: null, why: `none of its rows has ${tally.field}`, origin };
      return { ...base, value: exactly(tally, value), origin };
    });
  });
}

/** Of no rows there is no smallest, no largest and no middle one: missing is never zero. */
export const isRanked = ({ aggregate }: Tally): boolean =>
  ["median", "percentile", "minimum", "maximum"].includes(aggregate);

/** Without needless digits: "12.50" is "12.5". A median comes as the two values in the middle, added. */
export function exactly({ aggregate }: Tally, text: string): string {
  const value = Rational.parse(text);
  const exact = aggregate === "median" ? value.over(Rational.of(2)) : value;
  return exact.toDecimal() ?? exact.toText();
}

/** Every choice of one from each list; one empty choice where there is no list. */
const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((chosen, list) => chosen.flatMap((each) => list.map((key) => [...each, key])), [[]]);
