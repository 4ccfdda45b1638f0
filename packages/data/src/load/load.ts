import type { OutcomeData } from "@concordat/model";
import { type Conversion, conversionOf } from "../convert/conversion.js";
import { EngineError, type Session } from "../engine/session.js";
import { column } from "../plan/expression.js";
import { BAD, cellName, FILE, FINGERPRINT, nameOf, ROW } from "../plan/names.js";
import { aggregate, project, type Relation, scan } from "../plan/relation.js";
import { type DataProblem, engineProblem, problem } from "../problems.js";
import type { QuarantinedRow } from "../quarantine.js";
import { createTable, deleteRows, dropTable, relationSql } from "../sql/duckdb.js";
import { CHOSEN, explainBadRows } from "./bad-rows.js";
import { checkedRows } from "./checked-rows.js";
import { forgetInPlace, readInPlace } from "./in-place.js";
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
}

const TEXT = "text as read";

/** Reads, converts and checks the files of a source. Every row is either used or set aside with a reason. */
export async function load(session: Session, order: LoadOrder): Promise<Loaded | DataProblem> {
  const headers = order.fields.map((field) => field.header);
  const inexact = order.files.flatMap((file) => binaryFractionsIn(file, order.fields))[0];
  if (inexact !== undefined) return inexact;
  const conversions = order.fields.map(({ type }, index) => conversionOf(type, column(cellName(index)), order.context));
  const inPlace = await loadInPlace(session, order, conversions);
  if (inPlace !== undefined) return inPlace;
  const read = await readText(session, TEXT, order.files, headers);
  if ("id" in read) return read;
  const table = nameOf(order.name);
  const locate = locator(read);
  await session.run(createTable(table, checkedRows(textRows(order.fields), order, conversions)));
  const listed = read.flatMap(({ file, rejected }) =>
    rejected.map(({ row, reason }): QuarantinedRow => ({ file: file.name, row, reason })),
  );
  const bad = await explainBadRows(
    session,
    order,
    conversions,
    { text: textRows(order.fields), checked: table },
    locate,
  );
  await session.run(dropTable(TEXT));
  await session.run(deleteRows(table, column(BAD)));
  const repeats = await removeRepeats(session, order.name, order.details, locate);
  return loaded(session, order, [...listed, ...bad, ...repeats], locate);
}

/** Where all files type their columns, and as the contract does. */
async function loadInPlace(
  session: Session,
  order: LoadOrder,
  conversions: readonly Conversion[],
): Promise<Loaded | DataProblem | undefined> {
  let start = 0;
  const rows = order.files.map((file): TextRead => {
    const read = { file, start, count: file.rows, rejected: [] };
    start += file.rows;
    return read;
  });
  const locate = locator(rows);
  try {
    const quarantine = await readInPlace(session, order, conversions, locate);
    if (quarantine !== undefined) return loaded(session, order, quarantine, locate);
    await forgetInPlace(session, order.name);
    return undefined;
  } catch (error) {
    await forgetInPlace(session, order.name);
    if (!(error instanceof EngineError)) throw error;
    return engineProblem(error, order.files.length === 1 ? order.files[0]!.name : order.name);
  }
}

async function loaded(
  session: Session,
  order: LoadOrder,
  quarantine: readonly QuarantinedRow[],
  locate: Locate,
): Promise<Loaded> {
  const used = await usedByFile(session, nameOf(order.name));
  return {
    quality: order.files.map((file, number) => {
      const rows = used.get(number) ?? 0;
      return { name: order.name, file: file.name, read: file.rows, used: rows, quarantined: file.rows - rows };
    }),
    quarantine: [...quarantine].sort(byPlace).slice(0, order.details),
    locate,
  };
}

/** Amounts and rates in columns of binary fractions: what stands there is not what was meant (rule 2). */
function binaryFractionsIn(file: PreparedFile, fields: readonly LoadField[]): DataProblem[] {
  return fields
    .filter(({ header, type }) => file.binaryFractions.includes(header) && !["whole", "count"].includes(type.type))
    .map(({ header }) => problem("binary-fractions", file.name, { column: header }));
}

/** Takes away every table of a source, also where reading it stopped half way. */
export async function forget(session: Session, name: string): Promise<void> {
  await forgetInPlace(session, name);
  for (const table of [TEXT, CHOSEN, REPEATED, nameOf(name)]) {
    await session.run(dropTable(table)).catch(() => undefined);
  }
}

const byPlace = (a: QuarantinedRow, b: QuarantinedRow): number =>
  a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1;

/** The table of text, with the place of each row. */
function textRows(fields: readonly LoadField[]): Relation {
  const cells = fields.map((_, index) => ({ name: cellName(index), of: column(cellName(index)) }));
  const kept = [FILE, FINGERPRINT].map((name) => ({ name, of: column(name) }));
  return project(scan(TEXT), [{ name: ROW, of: column("rowid") }, ...kept, ...cells]);
}

async function usedByFile(session: Session, table: string): Promise<Map<number, number>> {
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
