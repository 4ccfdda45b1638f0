import type { Conversion } from "../convert/conversion.js";
import type { Cell, Session } from "../engine/session.js";
import { all, column, type Expression, known, missing, nothing, text } from "../plan/expression.js";
import { BAD, cellName, ROW, valueName } from "../plan/names.js";
import { filter, order as ordered, project, type Relation, scan } from "../plan/relation.js";
import { type QuarantinedRow, WITHHELD } from "../quarantine.js";
import { createTable, dropTable, relationSql } from "../sql/duckdb.js";
import type { LoadField, LoadOrder, Locate } from "./order.js";

export const CHOSEN = "bad rows to explain";

/** Rows as they were read: the text of their cells with their places, and the table that says which of them are bad. */
export interface ReadRows {
  readonly text: Relation;
  readonly checked: string;
}

/** The rows with a cell that is no value: the first such cell of each, and which others are. */
export async function explainBadRows(
  session: Session,
  order: LoadOrder,
  conversions: readonly Conversion[],
  { text, checked }: ReadRows,
  locate: Locate,
): Promise<QuarantinedRow[]> {
  const rows = project(filter(scan(checked), column(BAD)), [{ name: ROW, of: column(ROW) }]);
  await session.run(createTable(CHOSEN, ordered(rows, [column(ROW)], Math.max(0, order.details))));
  const found = await session.query(relationSql(reasons(order.fields, conversions, text)));
  await session.run(dropTable(CHOSEN));
  return found.map((row) => quarantined(row, order.fields, locate));
}

/** For each chosen row its place, then for each field the cell and the reason, missing where the cell is sound. */
export function reasons(fields: readonly LoadField[], conversions: readonly Conversion[], rows: Relation): Relation {
  const place = { name: ROW, of: column(ROW) };
  const cells = fields.map((_, index) => ({ name: cellName(index), of: column(cellName(index)) }));
  const chosen = filter(rows, { op: "among", of: column(ROW), table: CHOSEN, column: ROW });
  const values = conversions.map(({ value }, index) => ({ name: valueName(index), of: value }));
  const explained = project(project(chosen, [place, ...cells, ...values]), [
    place,
    ...fields.flatMap((field, index) => [
      { name: cellName(index), of: column(cellName(index)) },
      { name: `reason ${index}`, of: reasonOf(field, conversions[index]!, index) },
    ]),
  ]);
  return ordered(explained, [column(ROW)]);
}

function reasonOf(field: LoadField, conversion: Conversion, index: number): Expression {
  const [cell, value] = [column(cellName(index)), column(valueName(index))];
  const sound = conversion.accepts === undefined ? known(value) : all([known(value), conversion.accepts(value)]);
  return {
    op: "choose",
    cases: [
      { when: sound, gives: nothing },
      { when: missing(cell), gives: field.mayBeMissing ? nothing : text("is empty") },
      ...conversion.reasons.map(({ when, reason }) => ({ when, gives: text(reason) })),
    ],
    otherwise: text(conversion.otherwise),
  };
}

export function quarantined(row: readonly Cell[], fields: readonly LoadField[], locate: Locate): QuarantinedRow {
  const wrong = fields.flatMap((field, index) => {
    const [cell, reason] = [row[1 + 2 * index], row[2 + 2 * index]];
    return reason == null ? [] : [{ field, cell: cell == null ? undefined : String(cell), reason: String(reason) }];
  });
  const [first, ...others] = wrong;
  if (first === undefined) throw new Error("a bad row without a reason");
  const also = others.length === 0 ? "" : `; wrong too: ${others.map(({ field }) => field.header).join(", ")}`;
  return {
    ...locate(row[0]!),
    column: first.field.header,
    ...(first.cell === undefined ? {} : { value: shown(first.field, first.cell) }),
    reason: first.reason + also,
  };
}

/** What of a cell may be shown: never a pseudonym or free text, which may be personal. */
function shown(field: LoadField, value: string): string {
  if (!field.isLabel && (field.type.type === "pseudonym" || field.type.type === "text")) return WITHHELD;
  const oneLine = value.replace(/\s+/g, " ");
  return oneLine.length > 60 ? `${oneLine.slice(0, 60)}…` : oneLine;
}
