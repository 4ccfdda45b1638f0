import type { OutcomeData } from "@concordat/model";
import { type Conversion, conversionOf } from "../convert/conversion.js";
import { EngineError, type Session } from "../engine/session.js";
import { column, compare, whole } from "../plan/expression.js";
import { BAD, cellName, FILE, nameOf, ROW } from "../plan/names.js";
import { aggregate, filter, scan } from "../plan/relation.js";
import { type DataProblem, engineProblem, problem } from "../problems.js";
import { headerOutOfStep } from "../quality/header-out-of-step.js";
import { hintsAbout, SAMPLE } from "../quality/hints.js";
import { applyRules } from "../quality/rules.js";
import { checkTotals } from "../quality/totals.js";
import { SHARED } from "../quality/unique.js";
import { byPlace, type QuarantinedRow } from "../quarantine.js";
import { createTable, deleteRows, dropTable, relationSql } from "../sql/duckdb.js";
import { CHOSEN, explainBadRows } from "./bad-rows.js";
import { checkedRows, TEXT, textRows } from "./checked-rows.js";
import { forgetInPlace, readInPlace } from "./in-place.js";
import { locator } from "./locator.js";
import type { LoadField, LoadOrder, Locate } from "./order.js";
import type { PreparedFile, TextRead } from "./prepared.js";
import { readText } from "./read-text.js";
import { REPEATED, removeRepeats } from "./repeats.js";

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
  /** To be asked once all has been worked out: where rows were read from the files as they lay, these must be the same still. */
  unchanged(): Promise<boolean>;
}

/** Reads, converts and checks the files of a source. Every row is either used or set aside with a reason. */
export async function load(session: Session, order: LoadOrder): Promise<Loaded | DataProblem> {
  const headers = order.fields.map((field) => field.header);
  const inexact = order.files.flatMap((file) => binaryFractionsIn(file, order.fields))[0];
  if (inexact !== undefined) return inexact;
  const conversions = order.fields.map(({ type }, index) => conversionOf(type, column(cellName(index)), order.context));
  const inPlace = await loadInPlace(session, order, conversions);
  if (inPlace !== undefined) return inPlace;
  const rows = order.files.reduce((sum, file) => sum + file.rows, 0);
  session.watch.checking(rows, 0, 3);
  const read = await readText(session, TEXT, order.files, headers);
  if ("id" in read) return read;
  const shifted = read.flatMap(headerOutOfStep)[0];
  if (shifted !== undefined) return shifted;
  const table = nameOf(order.name);
  const locate = locator(read);
  const text = textRows(order.fields);
  session.watch.checking(rows, 1, 3);
  await session.run(createTable(table, checkedRows(text, order, conversions)));
  const listed = read.flatMap(({ file, rejected }) =>
    rejected.map(({ row, reason }): QuarantinedRow => ({ file: file.name, row, reason })),
  );
  const sample = filter(text, compare(column(ROW), "<", whole(SAMPLE)));
  const told = [
    ...(await totalsOf(session, order, read)),
    ...(await hintsAbout((asked) => session.query(relationSql(asked)), order, conversions, sample)),
  ];
  const bad = await explainBadRows(session, order, conversions, { text, checked: table }, locate);
  await session.run(dropTable(TEXT));
  await session.run(deleteRows(table, column(BAD)));
  session.watch.checking(rows, 2, 3);
  const repeats = await removeRepeats(session, order.name, order.details, locate);
  return ruled(session, order, { quarantine: [...listed, ...bad, ...repeats], locate, told });
}

/** Where all files type their columns, and as the contract does. */
async function loadInPlace(
  session: Session,
  order: LoadOrder,
  conversions: readonly Conversion[],
): Promise<Loaded | DataProblem | undefined> {
  // A stated total is of all rows, and of every cell of a row that is set aside for another.
  if (order.rules?.totals !== undefined) return undefined;
  let start = 0;
  const rows = order.files.map((file): TextRead => {
    const read = { file, start, count: file.rows, rejected: [] };
    start += file.rows;
    return read;
  });
  const locate = locator(rows);
  try {
    const read = await readInPlace(session, order, conversions, locate);
    if (read !== undefined) return await ruled(session, order, { ...read, locate });
    await forgetInPlace(session, order.name);
    return undefined;
  } catch (error) {
    await forgetInPlace(session, order.name);
    if (!(error instanceof EngineError)) throw error;
    return engineProblem(error, order.files.length === 1 ? order.files[0]!.name : (order.shown ?? order.name));
  }
}

/** What is left once the rules hold of the rows, counted. */
async function ruled(
  session: Session,
  order: LoadOrder,
  { quarantine, locate, told }: Pick<Loaded, "quarantine" | "locate" | "told">,
): Promise<Loaded> {
  const { name, rules, details } = order;
  const broken = rules === undefined ? [] : await applyRules(session, name, rules, { locate, details });
  const used = await usedByFile(session, nameOf(name));
  return {
    quality: order.files.map((file, number) => {
      const rows = used.get(number) ?? 0;
      return { name, file: file.name, read: file.rows, used: rows, quarantined: file.rows - rows };
    }),
    quarantine: [...quarantine, ...broken].sort(byPlace).slice(0, details),
    locate,
    told,
    unchanged: async () => (await Promise.all(order.files.map((file) => file.unchanged()))).every((same) => same),
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
  await forgetInPlace(session, name);
  for (const table of [TEXT, CHOSEN, REPEATED, SHARED, nameOf(name)]) {
    await session.run(dropTable(table)).catch(() => undefined);
  }
}

/** How many rows of each file stand in a source's table. */
export async function usedByFile(session: Session, table: string): Promise<Map<number, number>> {
  const counts = aggregate(scan(table), [{ name: FILE, of: column(FILE) }], [{ name: "used", how: "count" }]);
  return new Map((await session.query(relationSql(counts))).map(([file, used]) => [Number(file), Number(used)]));
}
