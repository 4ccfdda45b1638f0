import { forReading, type Statement } from "@concordat/model";
import { type HtmlOptions, writeHtml } from "../writers/html.js";
import { statementCsv } from "./csv.js";
import { statementDocument } from "./document.js";
import { statementText } from "./text.js";

export interface StatementOptions extends HtmlOptions {
  /** Terminal colours in text; none unless asked for. */
  readonly colour?: boolean;
}

/**
 * A payment statement for people: text of at most 100 columns for a terminal, CSV with one row for each flow of money
 * (RFC 4180, safe to open in a spreadsheet), or one HTML file. Where the statement keeps small counts back, text and HTML
 * leave them out; CSV settles money and is exact. The same statement gives the same bytes.
 */
export function renderStatement(
  statement: Statement,
  format: "text" | "csv" | "html",
  options: StatementOptions = {},
): string {
  switch (format) {
    case "text":
      return statementText(forReading(statement), options.colour ?? false);
    case "csv":
      return statementCsv(statement);
    case "html":
      return writeHtml(statementDocument(forReading(statement)), options);
  }
}
