import type { Session } from "../engine/session.js";
import type { LoadField, Locate } from "../load/order.js";
import { all, column, compare, type Expression, known, whole } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import type { QuarantinedRow } from "../quarantine.js";
import { setAside } from "./set-aside.js";

/** Takes out rows in which a total is not the sum of its parts. Where one of them is missing there is nothing to compare. */
export async function setNotAddingUpAside(
  session: Session,
  table: string,
  { total, parts }: { readonly total: LoadField; readonly parts: readonly LoadField[] },
  { locate, details }: { readonly locate: Locate; readonly details: number },
): Promise<QuarantinedRow[]> {
  const cell = ({ name }: LoadField): Expression => column(nameOf(name));
  const rest = parts.reduce((left, part): Expression => ({ op: "less", left, right: cell(part) }), cell(total));
  const where = all([...[total, ...parts].map((each) => known(cell(each))), compare(rest, "<>", whole(0))]);
  const reason = `is not the sum of ${parts.map(({ header }) => header).join(" and ")}`;
  return setAside(
    session,
    { table, where, says: (row) => ({ ...locate(row), column: total.header, reason }) },
    details,
  );
}
