import type {
  Calendar,
  ContractModel,
  FieldType,
  InputValue,
  Period,
  PeriodKind,
  RecordSet,
  Tally,
} from "@concordat/model";
import { groupDigits, periodsOf, Rational } from "@concordat/model";
import type { Session } from "../engine/session.js";
import { column, type Expression } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import { aggregate, type Column, filter, type Measure, project, type Relation, scan } from "../plan/relation.js";
import { axisKeys } from "../sources/needs.js";
import { relationSql } from "../sql/duckdb.js";
import { conditionExpression } from "./condition.js";
import { periodColumn } from "./periods.js";

/** What a tally came to in one place: the number, and how many rows it is of. */
interface Reached {
  readonly value: string | null;
  readonly rows: number;
}

/** Why a period has no value, or undefined where it has. */
export type WhyNot = (period: Period) => string | undefined;

/** A value for every tally of the records, over every period of the term that is asked for, for every participant. */
export function talliesOf(contract: ContractModel, records: string): Tally[] {
  return contract.tallies.filter((tally) => tally.records === records);
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
      valuesOf(contract, records, tally, periodsOf(kind, calendar), () => why, undefined, ""),
    ),
  );

/** Counts and sums from the table of the records, tallies of the same periods and participants in one pass. */
export async function computeTallies(
  session: Session,
  contract: ContractModel,
  records: RecordSet,
  calendar: Calendar,
  whyNot: WhyNot,
  shown: string,
): Promise<InputValue[]> {
  const values: InputValue[] = [];
  for (const { kind, tallies } of passes(talliesOf(contract, records.name))) {
    const periods = periodsOf(kind, calendar);
    const reached = await onePass(session, records, kind, tallies);
    for (const [index, tally] of tallies.entries()) {
      values.push(...valuesOf(contract, records, tally, periods, whyNot, reached[index], shown));
    }
  }
  return values;
}

interface Pass {
  readonly kind: PeriodKind;
  readonly tallies: Tally[];
}

function passes(tallies: readonly Tally[]): Pass[] {
  const found = new Map<string, Pass>();
  for (const tally of tallies) {
    for (const kind of tally.each) {
      const key = JSON.stringify([kind, tally.by.map(({ field }) => field)]);
      const pass = found.get(key) ?? { kind, tallies: [] };
      pass.tallies.push(tally);
      found.set(key, pass);
    }
  }
  return [...found.values()];
}

const placeKey = (period: number, keys: readonly string[]): string => JSON.stringify([period, ...keys]);

/** For each tally, what it came to by period and participants; no entry where it has no row. */
async function onePass(
  session: Session,
  records: RecordSet,
  kind: PeriodKind,
  tallies: readonly Tally[],
): Promise<Map<string, Reached>[]> {
  const found = await session.query(relationSql(passRelation(records, kind, tallies)));
  const width = 1 + tallies[0]!.by.length;
  return tallies.map((_, index) => {
    const reached = new Map<string, Reached>();
    for (const row of found) {
      const keys = row.slice(1, width);
      if (keys.some((key) => key === null)) continue;
      const [rows, value] = [Number(row[width + 2 * index]), row[width + 2 * index + 1]];
      if (rows > 0) {
        reached.set(placeKey(Number(row[0]), keys.map(String)), { rows, value: value == null ? null : String(value) });
      }
    }
    return reached;
  });
}

/** Columns: the period's number, the participants' keys, then rows and value of each tally. */
export function passRelation(records: RecordSet, kind: PeriodKind, tallies: readonly Tally[]): Relation {
  const period = column(periodColumn(kind));
  const by = tallies[0]!.by.map(({ field }) => ({ name: nameOf(field), of: column(nameOf(field)) }));
  const group: Column[] = [{ name: periodColumn(kind), of: period }, ...by];
  const measures = tallies.flatMap((tally, index) => measuresOf(records, tally, index));
  const counted = aggregate(filter(scan(nameOf(records.name)), { op: "known", of: period }), group, measures);
  return project(counted, [
    ...group.map(({ name }) => ({ name, of: column(name) })),
    ...measures.map(({ name }) => ({ name, of: { op: "as", of: column(name), type: { type: "text" } } as Expression })),
  ]);
}

function measuresOf(records: RecordSet, tally: Tally, index: number): Measure[] {
  const where = tally.where ? { where: conditionExpression(tally.where, (field) => typeOf(records, field)) } : {};
  const rows: Measure = { name: `rows ${index}`, how: "count", ...where };
  const name = `value ${index}`;
  switch (tally.aggregate) {
    case "count":
      return [rows, { name, how: "count", ...where }];
    case "people":
      return [rows, { name, how: "count-distinct", of: column(nameOf(tally.field ?? personOf(records))), ...where }];
    case "sum":
      if (tally.field === undefined) throw new Error(`${tally.name} adds no field`);
      typeOf(records, tally.field);
      return [rows, { name, how: "sum", of: column(nameOf(tally.field)), ...where }];
  }
}

export function typeOf(records: RecordSet, name: string): FieldType {
  const field = records.fields.find((each) => each.name === name);
  if (field === undefined) throw new Error(`${records.name} has no field called ${name}`);
  return field.type;
}

function personOf(records: RecordSet): string {
  const field = records.fields.find(({ type }) => type.type === "pseudonym");
  if (field === undefined) throw new Error(`${records.name} has no pseudonym to count people by`);
  return field.name;
}

function valuesOf(
  contract: ContractModel,
  records: RecordSet,
  tally: Tally,
  periods: readonly Period[],
  whyNot: WhyNot,
  reached: ReadonlyMap<string, Reached> | undefined,
  shown: string,
): InputValue[] {
  const places = combinations(tally.by.map(({ axis, field }) => axisKeys(contract, axis, typeOf(records, field))));
  return periods.flatMap((period, number) => {
    const why = whyNot(period);
    return places.map((keys): InputValue => {
      const of = Object.fromEntries(tally.by.map(({ axis }, index) => [axis, keys[index]!]));
      const base = { name: tally.name, of, from: period.fullFrom, to: period.fullTo };
      if (why !== undefined) return { ...base, value: null, why };
      const { rows, value } = reached?.get(placeKey(number, keys)) ?? { rows: 0, value: "0" };
      const origin = `${shown}, ${rows === 1 ? "1 row" : `${groupDigits(String(rows))} rows`}`;
      // Rows of which none has the field: nothing was added up, so the sum is not known.
      if (value === null) return { ...base, value: null, why: `none of its rows has ${tally.field}`, origin };
      return { ...base, value: plain(value), origin };
    });
  });
}

/** Without needless digits: "12.50" is "12.5". */
const plain = (text: string): string => Rational.parse(text).toDecimal() ?? text;

/** Every choice of one from each list; one empty choice where there is no list. */
const combinations = (lists: readonly (readonly string[])[]): string[][] =>
  lists.reduce<string[][]>((chosen, list) => chosen.flatMap((each) => list.map((key) => [...each, key])), [[]]);
