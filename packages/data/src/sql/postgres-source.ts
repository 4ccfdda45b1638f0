import { RECORD_LIMIT } from "../files/json-texts.js";
import type { DatabaseTable } from "../sources/database.js";
import { fileColumn } from "./csv.js";
import { identifier } from "./quote.js";

/**
 * What PostgreSQL is asked to read. A query of the data folder stands in brackets, where nothing but one SELECT has a
 * place, and is sent in the form that takes a single command only.
 */
const source = (from: DatabaseTable["from"]): string =>
  "query" in from
    ? `(\n${from.query.replace(/;\s*$/, "")}\n) AS "source"`
    : `${identifier(from.schema)}.${identifier(from.table)}`;

/** No row, but the names and types of the columns. */
export const describeSql = (from: DatabaseTable["from"]): string => `SELECT * FROM ${source(from)} LIMIT 0`;

/**
 * Every column as text, in an order that the cells alone decide: a table has none of its own. A cell longer than any
 * that is read is cut off behind that length.
 */
export function readTableSql(from: DatabaseTable["from"], columns: readonly string[]): string {
  const cells = columns.map(
    (name, index) => `left(CAST(${identifier(name)} AS text), ${RECORD_LIMIT + 1}) AS ${identifier(fileColumn(index))}`,
  );
  const order = columns.map((_, index) => `${identifier(fileColumn(index))} COLLATE "C"`);
  return `SELECT * FROM (SELECT ${cells.join(", ")} FROM ${source(from)}) AS "cells" ORDER BY ${order.join(", ")}`;
}
