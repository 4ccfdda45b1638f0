import { calendarOf, Rational } from "@concordat/model";
import type { Cell, Session } from "../engine/session.js";
import { type Loaded, load } from "../load/load.js";
import type { LoadField } from "../load/order.js";
import type { PreparedFile } from "../load/prepared.js";
import { column, compare, type Expression, text, truth } from "../plan/expression.js";
import { nameOf, ROW } from "../plan/names.js";
import { order, project, scan } from "../plan/relation.js";
import { missingFigures } from "../quality/missing-figures.js";
import { rulesOf } from "../quality/rules-of.js";
import type { ReadContext, SourceRead } from "../read-source.js";
import type { FiguresNeed } from "../sources/needs.js";
import type { Source } from "../sources/resolve.js";
import { relationSql } from "../sql/duckdb.js";
import { collectFigures, type FigureRow } from "./collect.js";
import { axisField, type FigureColumns, FROM, figureColumns, figureField, PERIOD, TO } from "./columns.js";

/** Reads reported figures: one value for each filled cell. An empty cell is not reported, and never 0 (rule 11). */
export async function readFigures(
  source: Source,
  need: FiguresNeed,
  files: readonly PreparedFile[],
  context: ReadContext,
): Promise<SourceRead> {
  const { session, contract, cells, details } = context;
  const found = figureColumns(need, source, files);
  if (!("columns" in found)) return { values: [], problems: found.problems };
  const { columns } = found;
  const ruled = rulesOf(source, columns.fields, context);
  const wrong = [...found.problems, ...ruled.problems];
  if (ruled.problems.length > 0) return { values: [], problems: wrong };
  const loaded = await load(session, {
    name: need.name,
    files,
    fields: columns.fields,
    context: { ...cells, dateFormat: source.settings.dateFormat ?? "iso" },
    derived: [],
    details,
    rules: ruled.rules,
    shown: source.shown,
  });
  if ("id" in loaded) return { values: [], problems: [...wrong, loaded] };
  const rows = await figureRows(session, need.name, columns, loaded);
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const { values, quarantine } = collectFigures(rows, columns, calendar);
  const problems = [
    ...wrong,
    ...loaded.told,
    ...missingFigures(values, columns, { contract, calendar, shown: source.shown }),
  ];
  const quality = loaded.quality.map((each) => {
    const lost = quarantine.filter((row) => row.file === each.file).length;
    return { ...each, used: each.used - lost, quarantined: each.quarantined + lost };
  });
  return { values, problems, loaded: { quality, quarantine: [...loaded.quarantine, ...quarantine] } };
}

async function figureRows(
  session: Session,
  name: string,
  columns: FigureColumns,
  { locate }: Loaded,
): Promise<FigureRow[]> {
  const asText = (field: LoadField) => ({ name: nameOf(field.name), of: cellAsText(field) });
  const relation = project(order(scan(nameOf(name)), [column(ROW)]), [
    { name: ROW, of: column(ROW) },
    ...columns.fields.map(asText),
  ]);
  const found = await session.query(relationSql(relation));
  const place = new Map(columns.fields.map((field, index) => [field.name, index + 1]));
  return found.map((row) => {
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
