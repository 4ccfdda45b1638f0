import { parse } from "csv-parse/browser/esm/sync";
import type * as ast from "../generated/ast.js";
import { decimal, moneyValue, parseMoney } from "../parser/values.js";
import { lowerLiteral } from "./literals.js";
import type { Lowering } from "./lowering.js";
import type { Site, Typed } from "./typed.js";

/** One row of a curve or of steps in a file: where it stands, and the value there. */
export interface FileRow {
  readonly at: Typed;
  readonly value: Typed;
}

/**
 * The rows of `scaled from "curve.csv"` and `tiered from "steps.csv"`: two columns, headed `at` (or `from`) and `value`,
 * each cell written as in a contract (3.9%, £1,500, 5,000). They become a part of the contract, like its own lines.
 */
export function readRows(
  shape: ast.Scaled | ast.Tiered,
  first: "at" | "from",
  x: Typed,
  site: Site,
  lowering: Lowering,
): FileRow[] | undefined {
  const path = shape.path!;
  const text = lowering.readText(path);
  if (text === undefined) return lowering.report("file-not-found", { path }, shape, { property: "path" });
  const wrong = (problem: string): undefined =>
    lowering.report("file-not-right", { path, text: problem }, shape, { property: "path" });
  const table = tableOf(text);
  if (typeof table === "string") return wrong(table);
  const [header = [], ...records] = table;
  const [at, value] = [header.indexOf(first), header.indexOf("value")];
  if (at < 0 || value < 0) return wrong(`it needs the columns "${first}" and "value"`);
  const rows: FileRow[] = [];
  for (const [index, record] of records.entries()) {
    const cell = (column: number, unit: Typed["unit"] | undefined): Typed | undefined => {
      const literal = literalOf(record[column]?.trim() ?? "", shape, lowering);
      return literal && lowerLiteral(literal, { ...site, unit }, lowering);
    };
    const [place, worth] = [cell(at, x.unit), cell(value, undefined)];
    if (!place || !worth) {
      const bad = record[place ? value : at]?.trim() ?? "";
      return wrong(`row ${index + 2}: "${bad}" is not a value such as 5,000, 3.9% or £1,500`);
    }
    rows.push({ at: place, value: worth });
  }
  return rows.length > 1 ? rows : wrong("it needs two rows at least");
}

function tableOf(text: string): string[][] | string {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: false }) as string[][];
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\.$/, "") : "it cannot be read as a table";
  }
}

/** A cell as the literal that it would be in the contract; undefined where it is none, or in another currency. */
function literalOf(cell: string, at: ast.Scaled | ast.Tiered, lowering: Lowering): ast.Amount | undefined {
  const plain = cell.replace(/,(?=\d{3}(\D|$))/g, "");
  const place = { $container: at, $cstNode: at.$cstNode } as unknown as Pick<ast.Money, "$container">;
  if (/^\d+(\.\d+)?$/.test(plain))
    return { ...place, $type: "NumberLiteral", value: decimal(plain) } as ast.NumberLiteral;
  if (/^\d+(\.\d+)?%$/.test(plain))
    return { ...place, $type: "Percent", value: decimal(plain.slice(0, -1)) } as ast.Percent;
  if (!/^[£$€]\d+(\.\d+)?$/.test(plain)) return undefined;
  const money = moneyValue(plain);
  if (parseMoney(money).currency !== lowering.header.currency) return undefined;
  return { ...place, $type: "Money", value: money } as ast.Money;
}
