import type { ColumnType, Literal } from "../plan/expression.js";

/** The one way in which a name enters SQL. */
export const identifier = (name: string): string => `"${withoutNul(name).replaceAll('"', '""')}"`;

/** The one way in which text enters SQL. */
export const textLiteral = (text: string): string => `'${withoutNul(text).replaceAll("'", "''")}'`;

/** The path of one file, in which the engine would otherwise take `*`, `?` and `[` for a pattern. */
export const pathLiteral = (path: string): string => textLiteral(withoutPattern(path));

export const withoutPattern = (path: string): string => path.replace(/[*?[]/g, "[$&]");

/** The one way in which a value enters SQL. Numbers are checked digit by digit and never written with an exponent. */
export function literal(value: Literal, nameOf: (type: ColumnType) => string = typeName): string {
  switch (value.type) {
    case "nothing":
      return "NULL";
    case "text":
      return textLiteral(value.text);
    case "date":
      return `CAST(${textLiteral(value.text)} AS DATE)`;
    case "truth":
      return value.truth ? "TRUE" : "FALSE";
    case "whole":
      return `${value.number}`;
    case "decimal":
      if (!/^-?\d+(\.\d+)?$/.test(value.text)) throw new Error("not an exact decimal");
      return `CAST('${value.text}' AS ${nameOf({ type: "decimal", digits: value.digits, scale: value.scale })})`;
  }
}

/** How an engine calls the types of columns; decimals have their digits behind it. */
export const typeNames =
  (names: Readonly<Record<ColumnType["type"], string>>) =>
  (type: ColumnType): string =>
    type.type === "decimal" ? `${names.decimal}(${type.digits}, ${type.scale})` : names[type.type];

/** In DuckDB. */
export const typeName = typeNames({
  text: "VARCHAR",
  date: "DATE",
  truth: "BOOLEAN",
  whole: "BIGINT",
  decimal: "DECIMAL",
});

function withoutNul(text: string): string {
  if (text.includes("\0")) throw new Error("text with a NUL character cannot enter a query");
  return text;
}
