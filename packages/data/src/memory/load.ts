import { conversionOf } from "../convert/conversion.js";
import type { Cell } from "../engine/session.js";
import type { FigureEngine } from "../figures/read-figures.js";
import { CHOSEN, quarantined, reasons } from "../load/bad-rows.js";
import { checkedRows, TEXT, textRows } from "../load/checked-rows.js";
import { locator } from "../load/locator.js";
import type { LoadOrder, Locate } from "../load/order.js";
import type { TextRead } from "../load/prepared.js";
import { column, compare, whole } from "../plan/expression.js";
import { BAD, cellName, FILE, FINGERPRINT, nameOf, ROW } from "../plan/names.js";
import { filter, type Relation } from "../plan/relation.js";
import { headerOutOfStep } from "../quality/header-out-of-step.js";
import { hintsAbout, SAMPLE } from "../quality/hints.js";
import { byPlace, type QuarantinedRow } from "../quarantine.js";
import type { MemoryFile } from "./csv.js";
import { type Among, evaluate, type Row } from "./expression.js";
import { rowsOf } from "./relation.js";

/** Loads tables that are in memory already, in the steps in which the data engine does, and works plans out on them. */
export class Memory implements FigureEngine<MemoryFile> {
  private readonly tables = new Map<string, readonly Row[]>();

  /** `among` says what the tables of keys hold that no file brings. */
  constructor(private readonly keys: (table: string) => ReadonlySet<string> | undefined) {}

  async ask(relation: Relation): Promise<Cell[][]> {
    return this.rows(relation).map((row) =>
      Object.values(row).map((cell) => (typeof cell === "object" && cell !== null ? String(cell) : cell)),
    );
  }

  async load(order: LoadOrder<MemoryFile>): ReturnType<FigureEngine<MemoryFile>["load"]> {
    const read = this.readText(order);
    const shifted = read.flatMap(headerOutOfStep)[0];
    if (shifted !== undefined) return shifted;
    const locate = locator(read);
    const conversions = order.fields.map(({ type }, index) =>
      conversionOf(type, column(cellName(index)), order.context),
    );
    const text = textRows(order.fields);
    const checked = this.rows(checkedRows(text, order, conversions));
    const listed = read.flatMap(({ file, rejected }) =>
      rejected.map(({ row, reason }): QuarantinedRow => ({ file: file.name, row, reason })),
    );
    const sample = filter(text, compare(column(ROW), "<", whole(SAMPLE)));
    const told = await hintsAbout((relation) => this.ask(relation), order, conversions, sample);
    this.tables.set(CHOSEN, checked.filter((row) => row[BAD] === true).slice(0, Math.max(0, order.details)));
    const explained = await this.ask(reasons(order.fields, conversions, text));
    const bad = explained.map((row) => quarantined(row, order.fields, locate));
    const { used, repeats } = withoutRepeats(
      checked.filter((row) => row[BAD] !== true),
      locate,
    );
    this.tables.set(nameOf(order.name), used);
    return {
      quality: order.files.map((file, number) => {
        const rows = used.filter((row) => row[FILE] === BigInt(number)).length;
        return { name: order.name, file: file.name, read: file.rows, used: rows, quarantined: file.rows - rows };
      }),
      quarantine: [...listed, ...bad, ...repeats.slice(0, Math.max(0, order.details))]
        .sort(byPlace)
        .slice(0, order.details),
      locate,
      told,
    };
  }

  private rows(relation: Relation): readonly Row[] {
    return rowsOf(relation, { rows: (table) => this.tables.get(table) ?? [], among: this.among });
  }

  private readonly among: Among = (table, name, value) =>
    this.keys(table)?.has(String(value)) ??
    (this.tables.get(table) ?? []).some((row) => String(row[name]) === String(value));

  /** All rows in one table, the cells under the columns that are asked for, trimmed; equal rows have equal fingerprints. */
  private readText({ files, fields }: LoadOrder<MemoryFile>): TextRead[] {
    const union = [...new Set(files.flatMap((file) => file.columns))].sort();
    const rows: Row[] = [];
    const read = files.map((file, number): TextRead => {
      const start = rows.length;
      const places = fields.map(({ header }) => file.columns.indexOf(header));
      const all = union.map((name) => file.columns.indexOf(name));
      for (const cells of file.cells) {
        rows.push({
          rowid: BigInt(rows.length),
          [FILE]: BigInt(number),
          [FINGERPRINT]: JSON.stringify(all.map((place) => (place === -1 ? "" : cells[place]))),
          ...Object.fromEntries(places.map((place, index) => [cellName(index), trimmed(cells[place] ?? null)])),
        });
      }
      return { file, start, count: file.cells.length, rejected: file.rejected };
    });
    this.tables.set(TEXT, rows);
    return read;
  }
}

const trimmed = (cell: string | null) => evaluate({ op: "trimmed", of: column("cell") }, { cell }, () => false);

/** Of rows that are equal the first stays (rule 12). */
function withoutRepeats(rows: readonly Row[], locate: Locate): { used: Row[]; repeats: QuarantinedRow[] } {
  const first = new Map<string, Row>();
  const used: Row[] = [];
  const repeats: QuarantinedRow[] = [];
  for (const row of rows) {
    const key = String(row[FINGERPRINT]);
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, row);
      used.push(row);
      continue;
    }
    const [here, there] = [row, earlier].map((each) => locate(each[ROW] as bigint)) as [Place, Place];
    const where = here.file === there.file ? "" : ` of ${there.file}`;
    repeats.push({ ...here, reason: `the same row stands at row ${there.row}${where}` });
  }
  return { used, repeats };
}

type Place = ReturnType<Locate>;
