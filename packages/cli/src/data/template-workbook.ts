import type { TableColumn, TableOfContract } from "@concordat/data";
import type { DataValidation, Workbook, Worksheet } from "exceljs";

/** Cells below the header that are checked and formatted as they are filled in. */
const ROWS = 1000;
/** A spreadsheet takes a list of so many characters in a cell's check; a longer one stands on a sheet of its own. */
const LIST_LIMIT = 250;
const EXPLAINED = "Read me";
/** With a blank, which no name of the contract has. */
const LISTS = "Allowed values";

/**
 * A workbook with a sheet for each table: its columns, formats, and checks of what is filled in; before them a sheet that
 * explains each column. No cell is a formula.
 */
export async function templateWorkbook(title: string, tables: readonly TableOfContract[]): Promise<Uint8Array> {
  const { default: excel } = await import("exceljs");
  const workbook = new excel.Workbook();
  workbook.title = title;
  // The same contract gives the same workbook, whenever it is written.
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const names = sheetNames(tables.map(({ name }) => name));
  explain(workbook.addWorksheet(EXPLAINED), title, tables, names);
  const lists = new Lists(workbook);
  for (const [index, table] of tables.entries()) {
    const sheet = workbook.addWorksheet(names[index]!, { views: [{ state: "frozen", ySplit: 1 }] });
    for (const [at, column] of table.columns.entries()) fill(sheet, at + 1, column, lists);
  }
  lists.finish();
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** At most 31 characters, none of which a sheet's name may not have, and no two the same. */
function sheetNames(names: readonly string[]): string[] {
  const used = new Set([EXPLAINED, LISTS].map((name) => name.toLowerCase()));
  return names.map((name) => {
    const plain = name.replace(/[[\]:*?/\\']/g, "-").slice(0, 28);
    let [unique, next] = [plain, 2];
    while (used.has(unique.toLowerCase())) unique = `${plain}-${next++}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

function explain(sheet: Worksheet, title: string, tables: readonly TableOfContract[], names: readonly string[]): void {
  sheet.columns = [{ width: 24 }, { width: 24 }, { width: 14 }, { width: 90 }];
  sheet.addRow([title]).font = { bold: true, size: 14 };
  sheet.addRow([
    "Fill in each sheet below its first row. Save it as CSV UTF-8, or say in data.json which sheet is meant.",
  ]);
  sheet.addRow([]);
  sheet.addRow(["Table", "Column", "May be empty", "What stands there"]).font = { bold: true };
  for (const [index, table] of tables.entries()) {
    for (const { name, mayBeMissing, says } of table.columns) {
      const row = sheet.addRow([names[index], name, mayBeMissing ? "yes" : "no", says]);
      row.getCell(4).alignment = { wrapText: true, vertical: "top" };
    }
  }
}

function fill(sheet: Worksheet, at: number, column: TableColumn, lists: Lists): void {
  const head = sheet.getCell(1, at);
  head.value = column.name;
  head.font = { bold: true };
  head.note = column.says;
  const place = sheet.getColumn(at);
  place.width = Math.min(40, Math.max(12, column.name.length + 4));
  place.numFmt = FORMATS[column.type.type] ?? "@";
  const check = validationOf(column, lists);
  if (check === undefined) return;
  const letter = columnLetter(at);
  // Set cell by cell, checks of neighbours would be joined into ranges that overlap.
  (sheet as WithChecks).dataValidations.add(`${letter}2:${letter}${ROWS + 1}`, check);
}

/** What the library has and does not declare. */
type WithChecks = Worksheet & { readonly dataValidations: { add(range: string, check: DataValidation): void } };

/** Whatever is not a number or a date is text, that nothing in it is taken for one. */
const FORMATS: Partial<Record<TableColumn["type"]["type"], string>> = {
  date: "yyyy-mm-dd",
  money: "#,##0.00",
  percentage: "General",
  count: "#,##0",
  whole: "0",
  number: "General",
};

function validationOf(column: TableColumn, lists: Lists): DataValidation | undefined {
  const { type, allowed, mayBeMissing: allowBlank, says } = column;
  const told = { allowBlank, showErrorMessage: true, errorTitle: column.name.slice(0, 32), error: says.slice(0, 220) };
  if (type.type === "truth") return { type: "list", formulae: ['"yes,no"'], ...told };
  if (allowed !== undefined) return { type: "list", formulae: [lists.of(allowed)], ...told };
  switch (type.type) {
    case "date":
      return { type: "date", operator: "between", formulae: [new Date("1900-03-01"), new Date("2199-12-31")], ...told };
    case "money":
      return { type: "decimal", operator: "greaterThanOrEqual", formulae: [0], ...told };
    case "count":
      return { type: "whole", operator: "greaterThanOrEqual", formulae: [0], ...told };
    case "whole":
      return { type: "whole", ...between(type), ...told };
    case "number":
      return { type: "decimal", ...between(type), ...told };
    default:
      return undefined;
  }
}

/** Limits that a spreadsheet can hold; where there is none, any number of the kind. */
function between({ from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }) {
  const [low, high] = [from, to].map((limit) =>
    limit === undefined || limit.includes("/") ? undefined : Number(limit),
  );
  if (low !== undefined && high !== undefined) return { operator: "between" as const, formulae: [low, high] };
  if (low !== undefined) return { operator: "greaterThanOrEqual" as const, formulae: [low] };
  return { operator: "lessThanOrEqual" as const, formulae: [high ?? 1e15] };
}

/** Long lists of values, each in a column of a sheet that is not shown. */
class Lists {
  private readonly columns: (readonly string[])[] = [];

  constructor(private readonly workbook: Workbook) {}

  /** How a check names the list. */
  of(values: readonly string[]): string {
    const joined = values.join(",");
    if (joined.length <= LIST_LIMIT && values.every((value) => !/[",]/.test(value))) return `"${joined}"`;
    this.columns.push(values);
    const letter = columnLetter(this.columns.length);
    return `'${LISTS}'!$${letter}$1:$${letter}$${values.length}`;
  }

  finish(): void {
    if (this.columns.length === 0) return;
    const sheet = this.workbook.addWorksheet(LISTS, { state: "hidden" });
    for (const [at, values] of this.columns.entries())
      for (const [row, value] of values.entries()) sheet.getCell(row + 1, at + 1).value = value;
  }
}

const columnLetter = (at: number): string =>
  at > 26 ? columnLetter(Math.floor((at - 1) / 26)) + columnLetter(((at - 1) % 26) + 1) : String.fromCharCode(64 + at);
