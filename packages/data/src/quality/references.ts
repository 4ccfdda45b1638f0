import type { Session } from "../engine/session.js";
import type { LoadField, Locate } from "../load/order.js";
import { all, column, type Expression, known } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import { aggregate, filter, scan } from "../plan/relation.js";
import type { QuarantinedRow } from "../quarantine.js";
import { createTable } from "../sql/duckdb.js";
import { setAside } from "./set-aside.js";

/** A field of records that others refer to. */
export interface Target {
  readonly records: string;
  readonly field: string;
}

/** "people.person", or "people" for the field of the same name. */
export function targetOf(written: string, field: string): Target {
  const [records = "", named] = written.split(".");
  return { records, field: named ?? field };
}

export const keysTable = ({ records, field }: Target): string => `values of ${records}.${field}`;

const asText = (name: string): Expression => ({ op: "as", of: column(nameOf(name)), type: { type: "text" } });

/** Keeps the values of a field, that other records may be looked up in it. */
export async function keepKeys(session: Session, target: Target): Promise<void> {
  const rows = filter(scan(nameOf(target.records)), known(column(nameOf(target.field))));
  const values = aggregate(rows, [{ name: "key", of: asText(target.field) }], []);
  await session.run(createTable(keysTable(target), values));
}

/** Takes out rows that refer to what is not there. */
export async function setUnknownAside(
  session: Session,
  table: string,
  { field, to }: { readonly field: LoadField; readonly to: Target },
  { locate, details }: { readonly locate: Locate; readonly details: number },
): Promise<QuarantinedRow[]> {
  const among: Expression = { op: "among", of: asText(field.name), table: keysTable(to), column: "key" };
  const where = all([known(column(nameOf(field.name))), { op: "not", of: among }]);
  const reason = `stands in no usable row of ${to.records}`;
  return setAside(
    session,
    { table, where, says: (row) => ({ ...locate(row), column: field.header, reason }) },
    details,
  );
}
