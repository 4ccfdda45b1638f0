import type { OutcomeData } from "@concordat/model";
import { type Conversion, conversionOf } from "../convert/conversion.js";
import type { Session } from "../engine/session.js";
import { all, any, column, type Expression, known, missing, onlyWhere } from "../plan/expression.js";
import { BAD, cellName, FILE, FINGERPRINT, nameOf, ROW, valueName } from "../plan/names.js";
import { aggregate, project, type Relation, scan } from "../plan/relation.js";
import { type DataProblem, problem } from "../problems.js";
import { headerOutOfStep } from "../quality/header-out-of-step.js";
import { hintsAbout } from "../quality/hints.js";
import { applyRules } from "../quality/rules.js";
import { checkTotals } from "../quality/totals.js";
import { SHARED } from "../quality/unique.js";
import { byPlace, type QuarantinedRow } from "../quarantine.js";
import { createTable, deleteRows, dropTable, relationSql } from "../sql/duckdb.js";
import { CHOSEN, explainBadRows } from "./bad-rows.js";
import type { LoadField, LoadOrder, Locate } from "./order.js";
import type { PreparedFile } from "./prepared.js";
import { readText, type TextRead } from "./read-text.js";
import { REPEATED, removeRepeats } from "./repeats.js";
import { rowNumber } from "./row-numbers.js";

/**
 * What stands in the engine now: a table called `nameOf(order.name)` of the rows that can be used, with a column for
 * each field, `ROW`, `FILE` and the derived ones.
 */
export interface Loaded {
  readonly quality: OutcomeData["quality"];
  readonly quarantine: readonly QuarantinedRow[];
  readonly locate: Locate;
  /** What is worth knowing of the cells, and what is wrong with the source as a whole. */
  readonly told: readonly DataProblem[];
}

const TEXT = "text as read";

/** Reads, converts and checks the files of a source. Every row is either used or set aside with a reason. */
export async function load(session: Session, order: LoadOrder): Promise<Loaded | DataProblem> {
  const headers = order.fields.map((field) => field.header);
  const inexact = order.files.flatMap((file) => binaryFractionsIn(file, order.fields))[0];
  if (inexact !== undefined) return inexact;
  const read = await readText(session, TEXT, order.files, headers);
  if ("id" in read) return read;
  const shifted = read.flatMap(headerOutOfStep)[0];
  if (shifted !== undefined) return shifted;
  const table = nameOf(order.name);
  const locate = locator(read);
  const conversions = order.fields.map(({ type }, index) => conversionOf(type, column(cellName(index)), order.context));
  await session.run(createTable(table, checkedRows(order, conversions)));
  const listed = read.flatMap(({ file, rejected }) =>
    rejected.map(({ row, reason }): QuarantinedRow => ({ file: file.name, row, reason })),
  );
  const told = [...(await totalsOf(session, order, read)), ...(await hintsAbout(session, order, conversions, TEXT))];
  const bad = await explainBadRows(session, order, conversions, TEXT, locate);
  await session.run(dropTable(TEXT));
  await session.run(deleteRows(table, column(BAD)));
  const repeats = await removeRepeats(session, order.name, order.details, locate);
  const broken =
    order.rules === undefined
      ? []
      : await applyRules(session, order.name, order.rules, { locate, details: order.details });
  const used = await usedByFile(session, table);
  return {
    quality: read.map(({ file }, number) => {
      const rows = used.get(number) ?? 0;
      return { name: order.name, file: file.name, read: file.rows, used: rows, quarantined: file.rows - rows };
    }),
    quarantine: [...listed, ...bad, ...repeats, ...broken].sort(byPlace).slice(0, order.details),
    locate,
    told,
  };
}

async function totalsOf(session: Session, order: LoadOrder, read: readonly TextRead[]): Promise<DataProblem[]> {
  const { name: table, fields, rules, shown = table } = order;
  if (rules?.totals === undefined) return [];
  const rows = read.reduce((sum, { file }) => sum + file.rows, 0);
  return checkTotals(session, { table, text: TEXT, shown, rows, fields }, { totals: rules.totals, sums: rules.sums });
}

/** Amounts and rates in columns of binary fractions: what stands there is not what was meant (rule 2). */
function binaryFractionsIn(file: PreparedFile, fields: readonly LoadField[]): DataProblem[] {
  return fields
    .filter(({ header, type }) => file.binaryFractions.includes(header) && !["whole", "count"].includes(type.type))
    .map(({ header }) => problem("binary-fractions", file.name, { column: header }));
}

/** Takes away every table of a source, also where reading it stopped half way. */
export async function forget(session: Session, name: string): Promise<void> {
  for (const table of [TEXT, CHOSEN, REPEATED, SHARED, nameOf(name)]) {
    await session.run(dropTable(table)).catch(() => undefined);
  }
}

/** From text to values, to whether every value is one, to what is worked out from them. */
function checkedRows({ fields, derived }: LoadOrder, conversions: readonly Conversion[]): Relation {
  const kept = [ROW, FILE, FINGERPRINT].map((name) => ({ name, of: column(name) }));
  const cells = fields.map((_, index) => ({ name: cellName(index), of: column(cellName(index)) }));
  const values = conversions.map(({ value }, index) => ({ name: valueName(index), of: value }));
  const accepted = conversions.map(({ accepts }, index) => {
    const value = column(valueName(index));
    return { name: nameOf(fields[index]!.name), of: accepts === undefined ? value : onlyWhere(accepts(value), value) };
  });
  const sound = fields.map(({ name }) => ({ name: nameOf(name), of: column(nameOf(name)) }));
  const converted = project(scan(TEXT), [{ name: ROW, of: column("rowid") }, ...kept.slice(1), ...cells, ...values]);
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

/** How many rows of each file stand in a source's table. */
export async function usedByFile(session: Session, table: string): Promise<Map<number, number>> {
  const counts = aggregate(scan(table), [{ name: FILE, of: column(FILE) }], [{ name: "used", how: "count" }]);
  return new Map((await session.query(relationSql(counts))).map(([file, used]) => [Number(file), Number(used)]));
}

function locator(read: readonly TextRead[]): Locate {
  const files = read.map(({ file, start, count, rejected }) => ({
    name: file.name,
    start,
    end: start + count,
    headless: 2 - file.firstRow,
    leftOut: [...file.blanks, ...rejected.map(({ row }) => row)]
      .map((row) => row + 2 - file.firstRow)
      .sort((a, b) => a - b),
  }));
  return (row) => {
    const place = Number(row);
    const file = files.find(({ start, end }) => place >= start && place < end);
    if (file === undefined) throw new Error("a row of no file");
    return { file: file.name, row: rowNumber(place - file.start, file.leftOut) - file.headless };
  };
}
