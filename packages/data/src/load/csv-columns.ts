import { readHeader, type Twice } from "../files/header.js";
import type { RowMap } from "../files/rows.js";
import { type DataProblem, problem } from "../problems.js";

/** The columns of a CSV file whose rows have been found; or why it is no table. */
export function csvColumns(
  rows: RowMap,
  delimiter: string,
  file: string,
): { columns: readonly string[] } | { problem: DataProblem } {
  if (rows.headerTooLong) return { problem: problem("header-too-long", file) };
  const header = readHeader(rows.header, delimiter);
  if ("wrong" in header) return { problem: headerProblem(header.wrong, file, header.twice) };
  if (rows.unclosed !== undefined) return { problem: problem("quote-unclosed", file, { row: rows.unclosed }) };
  return header;
}

function headerProblem(
  wrong: "empty" | "utf-16" | "encoding" | "too-many" | "repeated",
  file: string,
  twice: Twice = { first: 1, second: 1 },
): DataProblem {
  switch (wrong) {
    case "empty":
      return problem("header-empty", file);
    case "too-many":
      return problem("header-too-long", file);
    case "repeated":
      return problem("header-repeated", file, twice);
    case "utf-16":
      return problem("encoding-utf-16", file);
    case "encoding":
      return problem("encoding", file);
  }
}
