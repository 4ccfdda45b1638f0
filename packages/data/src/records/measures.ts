import type { FieldType, FollowUp, RecordSet, Tally } from "@concordat/model";
import { all, column, type Expression } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import type { Measure } from "../plan/relation.js";
import { conditionExpression } from "./condition.js";
import { personOf, type RecordsAtHand, windowIsKnown } from "./follow-up.js";
import { daysBetween, rowsBetween } from "./time-between.js";

/** What is asked for a tally: how many rows there are, their value, how many are not yet known, how many cannot be right. */
export interface Asked {
  readonly rows: Measure;
  readonly value: Measure;
  /** Nothing: there is no such row. */
  readonly waiting?: Measure;
  readonly wrong?: Measure;
  /** Rows and value are only of those rows that were followed so. */
  readonly followed?: FollowUp;
}

export function askedOf(records: RecordSet, tally: Tally, atHand: ReadonlyMap<string, RecordsAtHand>): Asked {
  const { where, waits, wrong } = countedRows(records, tally, atHand);
  const count = (name: string, rows: Expression): Measure => ({ name, how: "count", where: rows });
  const only = where === undefined ? {} : { where };
  return {
    rows: { name: "rows", how: "count", ...only },
    value: { name: "value", ...only, ...howMeasured(records, tally) },
    ...(waits === undefined ? {} : { waiting: count("waiting", waits) }),
    ...(wrong === undefined ? {} : { wrong: count("wrong", wrong) }),
    ...(tally.followed?.must ? { followed: tally.followed } : {}),
  };
}

function howMeasured(records: RecordSet, tally: Tally): Pick<Measure, "how" | "of" | "rank"> {
  switch (tally.aggregate) {
    case "count":
      return { how: "count" };
    case "people":
      return { how: "count-distinct", of: column(nameOf(tally.field ?? personOf(records))) };
    case "median":
      return { how: "middle-two", of: numberIn(records, tally) };
    case "percentile":
      return { how: "percentile", rank: tally.rank ?? 50, of: numberIn(records, tally) };
    case "minimum":
      return { how: "lowest", of: numberIn(records, tally) };
    case "maximum":
      return { how: "highest", of: numberIn(records, tally) };
    case "sum":
      return { how: "sum", of: numberIn(records, tally) };
  }
}

function numberIn(records: RecordSet, { name, field, between }: Tally): Expression {
  if (between) return daysBetween(between);
  if (field === undefined) throw new Error(`${name} is of no field`);
  typeOf(records, field);
  return column(nameOf(field));
}

/** Which rows a tally counts, which it cannot judge yet, and which cannot be right. */
function countedRows(
  records: RecordSet,
  { where, followed, between }: Tally,
  atHand: ReadonlyMap<string, RecordsAtHand>,
): { where?: Expression; waits?: Expression; wrong?: Expression } {
  const condition = where ? [conditionExpression(where, (field) => typeOf(records, field))] : [];
  if (between) {
    const rows = rowsBetween(between, atHand.get(records.name)?.knownTo);
    const such = (which: Expression): Expression => all([...condition, which]);
    return { where: such(rows.measured), waits: such(rows.waiting), wrong: such(rows.wrong) };
  }
  if (followed === undefined) return condition[0] ? { where: condition[0] } : {};
  const known = windowIsKnown(followed, atHand.get(followed.records)!.coverage);
  return { where: all([...condition, known]), waits: all([...condition, { op: "not", of: known }]) };
}

export function typeOf(records: RecordSet, name: string): FieldType {
  const field = records.fields.find((each) => each.name === name);
  if (field === undefined) throw new Error(`${records.name} has no field called ${name}`);
  return field.type;
}
