import { groupDigits, isSmall, Rational } from "@concordat/model";
import type { LoadField } from "../load/order.js";
import { column, compare, type Expression, text } from "../plan/expression.js";
import { nameOf } from "../plan/names.js";
import { aggregate, filter, type Measure, project, scan } from "../plan/relation.js";
import type { LoadedTable } from "../read-source.js";
import type { ColumnDescription } from "./description.js";

const MOST_VALUES = 12;
const RANGED = new Set(["date", "money", "percentage", "whole", "number", "count"]);
const CODED = new Set(["category", "truth", "member"]);

/** A column with exact counts; `below` only keeps back what single persons' values would tell. */
export interface ExactColumn
  extends Omit<ColumnDescription, "filled" | "missing" | "wrong" | "different" | "frequent"> {
  readonly filled: number;
  readonly missing: number;
  readonly wrong: number;
  readonly different?: number;
  readonly frequent?: readonly { readonly value: string; readonly rows: number }[];
}

export async function describeColumns(table: LoadedTable, below: number | undefined): Promise<ExactColumn[]> {
  const columns: ExactColumn[] = [];
  for (const field of table.fields) columns.push(await describeColumn(table, field, below));
  return columns;
}

async function describeColumn(table: LoadedTable, field: LoadField, below: number | undefined): Promise<ExactColumn> {
  const of = column(nameOf(field.name));
  const { type } = field.type;
  const ranged = RANGED.has(type);
  const measures: Measure[] = [
    { name: "rows", how: "count" },
    { name: "filled", how: "count", of },
    ...(type === "pseudonym" ? [{ name: "different", how: "count-distinct", of } as const] : []),
    ...(ranged
      ? [{ name: "lowest", how: "lowest", of } as const, { name: "highest", how: "highest", of } as const]
      : []),
  ];
  const [rows = "0", filled = "0", ...rest] = await measured(table, scan(nameOf(table.name)), measures);
  const known = {
    column: field.header,
    type,
    filled: Number(filled),
    missing: Number(rows) - Number(filled),
    wrong: table.loaded.quarantine.filter((row) => row.column === field.header).length,
  };
  if (type === "pseudonym") return { ...known, different: Number(rest[0] ?? 0) };
  if (CODED.has(type)) return { ...known, ...(await frequencies(table, of)) };
  if (!ranged || rest[0] === undefined) return known;
  const lowest = written(await tellable(table, of, rest[0], type, below), type);
  const highest = written(await tellable(table, of, rest[1], type, below), type);
  return {
    ...known,
    ...(lowest === undefined ? {} : { lowest }),
    ...(highest === undefined ? {} : { highest }),
  };
}

/** The end of a range, where it is not that of a few persons alone. Figures are of no persons. */
async function tellable(
  table: LoadedTable,
  of: Expression,
  end: string | undefined,
  type: LoadField["type"]["type"],
  below: number | undefined,
): Promise<string | undefined> {
  if (end === undefined || below === undefined) return end;
  // A figure is of a period, and its value may be a count of few persons itself.
  if (table.values !== undefined) return type === "count" && isSmall(Number(end), below) ? undefined : end;
  const there = filter(scan(nameOf(table.name)), compare(asText(of), "=", text(end)));
  const [count = "0"] = await measured(table, there, [{ name: "count", how: "count" }]);
  return isSmall(Number(count), below) ? undefined : end;
}

async function frequencies(table: LoadedTable, of: Expression): Promise<Pick<ExactColumn, "frequent" | "further">> {
  const groups = aggregate(
    filter(scan(nameOf(table.name)), { op: "known", of }),
    [{ name: "value", of: asText(of) }],
    [{ name: "rows", how: "count" }],
  );
  const all = (await table.ask(groups))
    .map(([value, rows]) => ({ value: String(value), rows: Number(rows) }))
    .sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
  const further = all.length - MOST_VALUES;
  return { frequent: all.slice(0, MOST_VALUES), ...(further > 0 ? { further } : {}) };
}

async function measured(
  { ask }: LoadedTable,
  from: Parameters<typeof aggregate>[0],
  measures: readonly Measure[],
): Promise<(string | undefined)[]> {
  const columns = measures.map(({ name }) => ({ name, of: asText(column(name)) }));
  const [row = []] = await ask(project(aggregate(from, [], measures), columns));
  return row.map((cell) => (cell === null ? undefined : String(cell)));
}

const asText = (of: Expression): Expression => ({ op: "as", of, type: { type: "text" } });

/** As the contract writes it: money with its pence, else no noughts behind the last decimal; a ratio as a percentage. */
function written(value: string | undefined, type: LoadField["type"]["type"]): string | undefined {
  if (value === undefined || type === "date") return value;
  const exact = Rational.parse(value);
  if (type === "money") return groupDigits(exact.toFixed(2));
  const shown = type === "percentage" ? exact.times(Rational.of(100n)) : exact;
  return `${groupDigits(shown.toDecimal() ?? shown.toText())}${type === "percentage" ? "%" : ""}`;
}
