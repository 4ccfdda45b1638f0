import type { ContractModel, FieldType, RecordSet } from "@concordat/model";
import type { Session } from "../engine/session.js";
import { all, column, compare, known, whole } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { filter, type Relation, running, scan } from "../plan/relation.js";
import { createTable, createView, dropTable, dropView } from "../sql/duckdb.js";
import { conditionExpression } from "./condition.js";
import { personOf } from "./follow-up.js";
import { periodColumn } from "./periods.js";

const PLACE = "place of the person";

/** The records whose rows are taken from these, in the contract's order. */
export const derivedFrom = ({ records }: ContractModel, { name }: RecordSet): RecordSet[] =>
  records.filter(({ derived }) => derived?.from === name);

/** Makes a table of each, beside that of the records that they are taken from; a view, where no rows are put in order. */
export async function storeDerived(sets: readonly RecordSet[], session: Session): Promise<void> {
  for (const set of sets) {
    const create = set.derived?.pick === undefined ? createView : createTable;
    await session.run(create(nameOf(set.name), derivedRows(set)));
  }
}

export async function forgetDerived(sets: readonly RecordSet[], session: Session): Promise<void> {
  for (const { name, derived } of sets) {
    await session.run((derived?.pick === undefined ? dropView : dropTable)(nameOf(name)));
  }
}

/**
 * The rows that meet the condition; then of each person the first or last by date and, on one day, by line (rule 12). A row
 * without a date is no first and no last.
 */
export function derivedRows(records: RecordSet): Relation {
  const { from, where, pick } = records.derived!;
  const typeOf = (field: string): FieldType => records.fields.find(({ name }) => name === field)!.type;
  const day = column(nameOf(records.datedBy));
  const condition = where ? [conditionExpression(where, typeOf)] : [];
  if (!pick) return condition.length > 0 ? filter(scan(nameOf(from)), all(condition)) : scan(nameOf(from));
  const period = pick.each ? [column(periodColumn(pick.each))] : [];
  const rows = filter(scan(nameOf(from)), all([known(day), ...period.map(known), ...condition]));
  const group = [column(nameOf(personOf(records))), ...period];
  const first = pick.which === "first";
  const placed = running(rows, group, [day, column(ROW)], { name: PLACE, how: first ? "place" : "after" });
  return filter(placed, compare(column(PLACE), "=", whole(first ? 1 : 0)));
}
