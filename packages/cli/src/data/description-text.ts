import type { ColumnDescription, DataDescription, ShownCount, TableDescription } from "@concordat/data";
import { groupDigits, showDate } from "@concordat/model";
import { counted } from "../output/words.js";

const BAR = 30;
const BLOCKS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/** A description as lines of text; bars of blocks on a terminal, of signs that every program shows elsewhere. */
export function descriptionText({ tables, suppressBelow }: DataDescription, terminal: boolean): string[] {
  if (tables.length === 0) return ["No table could be read."];
  const small =
    suppressBelow === undefined
      ? []
      : [`Counts from 1 to ${suppressBelow - 1}, and those that would tell one, are not shown.`, ""];
  return [
    ...small,
    ...tables.flatMap((table, index) => [...(index === 0 ? [] : [""]), ...tableLines(table, terminal)]),
  ];
}

function tableLines(table: TableDescription, terminal: boolean): string[] {
  const rows = [["column", "holds", "filled", "empty", "set aside", "values"], ...table.columns.map(columnCells)];
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const right = new Set([2, 3, 4]);
  const lines = rows.map((row) =>
    `  ${row.map((cell, at) => (right.has(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join("  ")}`.trimEnd(),
  );
  const read = `${table.name} (${table.file}): ${rowsOf(table.read)}${said(table.used)} used, ${said(table.quarantined)} set aside`;
  return [read, ...lines, ...periodLines(table, terminal)];
}

const said = (count: ShownCount): string => (count === "not shown" ? count : groupDigits(String(count)));
const rowsOf = (count: ShownCount): string => (count === "not shown" ? "" : `${counted(count, "row")} read, `);

const columnCells = (column: ColumnDescription): string[] => [
  column.column,
  HOLDS[column.type],
  said(column.filled),
  said(column.missing),
  said(column.wrong),
  valuesOf(column),
];

const HOLDS: Record<ColumnDescription["type"], string> = {
  pseudonym: "pseudonyms",
  date: "dates",
  text: "text",
  money: "money",
  percentage: "percentages",
  truth: "yes or no",
  category: "codes",
  whole: "whole numbers",
  number: "numbers",
  count: "counts",
  member: "keys",
};

const RANGED: ReadonlySet<string> = new Set(["date", "money", "percentage", "whole", "number", "count"]);

function valuesOf({ type, filled, different, lowest, highest, frequent, further }: ColumnDescription): string {
  if (different !== undefined) return `${said(different)} different`;
  if (frequent !== undefined) {
    const each = frequent.map(({ value, rows }) => `${value} ${said(rows)}`).join(", ");
    return further === undefined ? each : `${each}, and ${counted(further, "more", "more")}`;
  }
  if (lowest === undefined && highest === undefined) return RANGED.has(type) && filled !== 0 ? "not shown" : "";
  const [low, high] = [lowest, highest].map((end) =>
    end === undefined ? "not shown" : type === "date" ? showDate(end) : end,
  );
  return low === high ? low! : `${low} to ${high}`;
}

function periodLines({ periods, role }: TableDescription, terminal: boolean): string[] {
  if (periods.length === 0) return [];
  const most = Math.max(1, ...periods.map(({ count }) => (count === "not shown" ? 0 : count)));
  const width = Math.max(...periods.map(({ period }) => period.length));
  return [
    role === "records" ? "  rows in each period" : "  values in each period",
    ...periods.map(({ period, count }) => `    ${period.padEnd(width)}  ${bar(count, most, terminal)} ${said(count)}`),
  ];
}

function bar(count: ShownCount, most: number, terminal: boolean): string {
  if (count === "not shown") return "".padEnd(BAR);
  const eighths = Math.floor((count * BAR * 8) / most);
  if (!terminal) return "#".repeat(count > 0 ? Math.max(1, Math.floor(eighths / 8)) : 0).padEnd(BAR);
  const whole = "█".repeat(Math.floor(eighths / 8)) + BLOCKS[count > 0 && eighths === 0 ? 1 : eighths % 8]!;
  return whole.padEnd(BAR);
}
