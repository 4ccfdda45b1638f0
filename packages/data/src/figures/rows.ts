import { Rational } from "@concordat/model";
import type { Cell } from "../engine/session.js";
import type { LoadField, Locate } from "../load/order.js";
import { column, compare, type Expression, text, truth } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { order, project, type Relation, scan } from "../plan/relation.js";
import type { FigureRow } from "./collect.js";
import { axisField, type FigureColumns, FROM, figureField, PERIOD, TO } from "./columns.js";

/** The rows of a source's table in their order: the place of each, then its cells as text. */
export const figureCells = (name: string, { fields }: FigureColumns): Relation =>
  project(order(scan(nameOf(name)), [column(ROW)]), [
    { name: ROW, of: column(ROW) },
    ...fields.map((field) => ({ name: nameOf(field.name), of: cellAsText(field) })),
  ]);

export function figureRows(cells: readonly (readonly Cell[])[], columns: FigureColumns, locate: Locate): FigureRow[] {
  const place = new Map(columns.fields.map((field, index) => [field.name, index + 1]));
  return cells.map((row) => {
    const cell = (field: string): string | undefined => textOf(row[place.get(field) ?? -1]);
    return {
      ...locate(row[0]!),
      label: cell(PERIOD),
      from: cell(FROM),
      to: cell(TO),
      axes: columns.axes.map((axis) => cell(axisField(axis))),
      values: columns.figures.map((figure) => {
        const value = cell(figureField(figure));
        return figure.type.type === "date" ? value : exact(value);
      }),
    };
  });
}

const textOf = (cell: Cell | undefined): string | undefined => (cell == null ? undefined : String(cell));
const exact = (value: string | undefined): string | undefined =>
  value === undefined ? undefined : (Rational.parse(value).toDecimal() ?? value);

/** A truth is the number 1 or 0. */
function cellAsText(field: LoadField): Expression {
  const of = column(nameOf(field.name));
  if (field.type.type !== "truth") return { op: "as", of, type: { type: "text" } };
  return {
    op: "choose",
    cases: [
      { when: compare(of, "=", truth(true)), gives: text("1") },
      { when: compare(of, "=", truth(false)), gives: text("0") },
    ],
  };
}
