import type { Session } from "../engine/session.js";
import type { LoadField, Locate } from "../load/order.js";
import { column, compare, date } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import type { QuarantinedRow } from "../quarantine.js";
import type { StatedTotals } from "../sources/quality-settings.js";
import { setNotAddingUpAside } from "./adds-up.js";
import { keepKeys, setUnknownAside, type Target } from "./references.js";
import { setAside } from "./set-aside.js";
import type { StatedSum } from "./totals.js";
import { setSharedAside } from "./unique.js";

/** What must hold of the rows of a source, with the columns that it is about. */
export interface RowRules {
  readonly unique: readonly (readonly LoadField[])[];
  readonly refersTo: readonly { readonly field: LoadField; readonly to: Target }[];
  readonly addsUp: readonly { readonly total: LoadField; readonly parts: readonly LoadField[] }[];
  /** No row is dated after the day on which it was extracted. */
  readonly extracted?: { readonly field: LoadField; readonly day: string; readonly inWords: string };
  /** Fields that others refer to. */
  readonly keeps: readonly Target[];
  readonly totals?: StatedTotals;
  readonly sums: readonly StatedSum[];
}

/** Takes out every row that breaks a rule, each by the first rule that it breaks, and lists the first `details`. */
export async function applyRules(
  session: Session,
  table: string,
  rules: RowRules,
  { locate, details }: { readonly locate: Locate; readonly details: number },
): Promise<QuarantinedRow[]> {
  const found: QuarantinedRow[] = [];
  const room = () => ({ locate, details: details - found.length });
  if (rules.extracted !== undefined) {
    const { field, day, inWords } = rules.extracted;
    const where = compare(column(nameOf(field.name)), ">", date(day));
    const reason = `lies after the day of the extract, ${inWords}`;
    const says = (row: Parameters<Locate>[0]) => ({ ...locate(row), column: field.header, reason });
    found.push(...(await setAside(session, { table, where, says }, details)));
  }
  for (const fields of rules.unique) found.push(...(await setSharedAside(session, table, fields, room())));
  for (const rule of rules.addsUp) found.push(...(await setNotAddingUpAside(session, table, rule, room())));
  for (const target of rules.keeps) await keepKeys(session, target);
  for (const rule of rules.refersTo) found.push(...(await setUnknownAside(session, table, rule, room())));
  return found;
}
