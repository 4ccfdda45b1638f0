import type { Expression } from "../plan/expression.js";
import type { Relation } from "../plan/relation.js";
import { BLANKS, type Dialect } from "./dialect.js";
import { identifier, literal, textLiteral, typeName } from "./quote.js";
import { SqlWriter } from "./write.js";

const duckdb: Dialect = {
  identifier,
  literal: (value) => literal(value),
  typeName,
  asTable: (query) => `(${query})`,
  // Twice as fast as EXISTS: it joins on what must be equal and checks the rest as it goes, without a list of the rows.
  semiJoin: (from, by, where) => `SELECT * FROM ${from} SEMI JOIN ${by} ON ${where}`,
  numbers: (to, column) => `range(1, ${to + 1}) AS "numbers" (${identifier(column)})`,
  middleTwo: (of, filter) => `list_sum(quantile_disc(${of}, [0.5, ${JUST_ABOVE_HALF}])${filter})`,
  percentile: (of, rank, filter) =>
    `quantile_disc(${of}, CAST('0.${String(rank).padStart(2, "0")}' AS DECIMAL(3, 2)))${filter}`,
  trimmed,
  lowerCase: (of) => `lower(${of})`,
  matches: (of, pattern) => `regexp_full_match(${of}, ${textLiteral(pattern)})`,
  without: (of, characters) => `translate(${of}, ${textLiteral(characters)}, '')`,
  readAs: (of, type) => `TRY_CAST(${of} AS ${typeName(type)})`,
  readDate: (of, layout) => `CAST(try_strptime(${of}, ${textLiteral(layout)}) AS DATE)`,
  days: (from, to) => `(${to} - ${from})`,
  daysLater: (of, days, times) => `(${of} + ${days}${timesOf(times)})`,
  monthsLater: (of, months, times) => `CAST(${of} + to_months(${months}${timesOf(times)}) AS DATE)`,
  spans: (of, since, months) => `((12 * year(${of}) + month(${of}) - ${since}) // ${months})`,
  fingerprint: (of) => `md5_number(concat_ws(chr(31), ${of.map((each) => `coalesce(${each}, chr(30))`).join(", ")}))`,
};

const writer = new SqlWriter(duckdb);

/** Writes a relation as one DuckDB query. */
export const relationSql = (relation: Relation): string => writer.relation(relation);
export const expressionSql = (expression: Expression): string => writer.expression(expression);

export const createTable = (name: string, relation: Relation): string =>
  `CREATE TABLE ${identifier(name)} AS ${relationSql(relation)}`;

/** A table that is worked out whenever something is asked of it, as far as it is asked. */
export const createView = (name: string, relation: Relation): string =>
  `CREATE VIEW ${identifier(name)} AS ${relationSql(relation)}`;

export const insertRows = (table: string, relation: Relation): string =>
  `INSERT INTO ${identifier(table)} ${relationSql(relation)}`;

export const deleteRows = (table: string, where: Expression): string =>
  `DELETE FROM ${identifier(table)} WHERE ${expressionSql(where)}`;

export const dropTable = (table: string): string => `DROP TABLE IF EXISTS ${identifier(table)}`;

export const dropView = (view: string): string => `DROP VIEW IF EXISTS ${identifier(view)}`;

/** Whether there is a view of this name. */
export const isView = (name: string): string =>
  `SELECT count(*) > 0 FROM duckdb_views() WHERE NOT internal AND view_name = ${textLiteral(name)}`;

/**
 * The discrete quantile of a DECIMAL share is worked out in whole numbers: of n values in order, that at the share times n,
 * rounded up. Just above the half it is the upper of two in the middle, for up to five thousand million of them.
 */
const JUST_ABOVE_HALF = "0.5000000001";

const timesOf = (times: string | undefined): string => (times === undefined ? "" : ` * CAST(${times} AS INTEGER)`);

/** What stands at an end that is to be trimmed, but for what sorts before every sign: `\t`, `\n`, `\r` and the space. */
const LATER_BLANKS = [...BLANKS].filter((blank) => blank > "!");

/** Looks at both ends first: most cells have nothing to trim, and trimming is three times slower than looking. */
function trimmed(of: string): string {
  const begins = LATER_BLANKS.map((blank) => `prefix(${of}, ${textLiteral(blank)})`);
  const ends = [...BLANKS].map((blank) => `suffix(${of}, ${textLiteral(blank)})`);
  const looked = [`${of} < '!'`, ...begins, ...ends].join(" OR ");
  return `CASE WHEN ${looked} THEN nullif(trim(${of}, ${textLiteral(BLANKS)}), '') ELSE ${of} END`;
}
