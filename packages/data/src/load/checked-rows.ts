import type { Conversion } from "../convert/conversion.js";
import { all, any, column, type Expression, known, missing, onlyWhere } from "../plan/expression.js";
import { BAD, cellName, FILE, FINGERPRINT, nameOf, ROW, valueName } from "../plan/names.js";
import { project, type Relation, scan } from "../plan/relation.js";
import type { LoadField, LoadOrder } from "./order.js";

/**
 * From the text of cells to values, to whether every value is one, to what is worked out from them. `rows` have their place,
 * their file and their fingerprint too.
 */
export function checkedRows(
  rows: Relation,
  { fields, derived }: Pick<LoadOrder, "fields" | "derived">,
  conversions: readonly Conversion[],
): Relation {
  const kept = [ROW, FILE, FINGERPRINT].map((name) => ({ name, of: column(name) }));
  const cells = fields.map((_, index) => ({ name: cellName(index), of: column(cellName(index)) }));
  const values = conversions.map(({ value }, index) => ({ name: valueName(index), of: value }));
  const accepted = conversions.map(({ accepts }, index) => {
    const value = column(valueName(index));
    return { name: nameOf(fields[index]!.name), of: accepts === undefined ? value : onlyWhere(accepts(value), value) };
  });
  const sound = fields.map(({ name }) => ({ name: nameOf(name), of: column(nameOf(name)) }));
  const converted = project(rows, [...kept, ...cells, ...values]);
  return project(project(converted, [...kept, ...accepted, ...cells]), [
    ...kept,
    ...sound,
    { name: BAD, of: any(fields.map(isBad)) },
    ...derived,
  ]);
}

function isBad(field: LoadField, index: number): Expression {
  const noValue = missing(column(nameOf(field.name)));
  return field.mayBeMissing ? all([noValue, known(column(cellName(index)))]) : noValue;
}

/** The table of cells as they were read, trimmed. */
export const TEXT = "text as read";

/** The table of text, with the place of each row. */
export function textRows(fields: readonly LoadField[]): Relation {
  const cells = fields.map((_, index) => ({ name: cellName(index), of: column(cellName(index)) }));
  const kept = [FILE, FINGERPRINT].map((name) => ({ name, of: column(name) }));
  return project(scan(TEXT), [{ name: ROW, of: column("rowid") }, ...kept, ...cells]);
}
