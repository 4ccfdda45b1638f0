import type { Expression } from "../plan/expression.js";
import type { Measure, Relation, Running } from "../plan/relation.js";
import { identifier, literal, textLiteral, typeName } from "./quote.js";

/** Writes a relation as one DuckDB query. */
export function relationSql(relation: Relation): string {
  switch (relation.kind) {
    case "scan":
      return `SELECT * FROM ${identifier(relation.table)}`;
    case "filter":
      return `SELECT * FROM ${source(relation.from)} WHERE ${expressionSql(relation.where)}`;
    case "project":
      return `SELECT ${named(relation.columns)} FROM ${source(relation.from)}`;
    case "aggregate": {
      const measures = relation.measures.map((measure) => `${measureSql(measure)} AS ${identifier(measure.name)}`);
      const columns = [...(relation.group.length > 0 ? [named(relation.group)] : []), ...measures].join(", ");
      const positions = relation.group.map((_, index) => index + 1).join(", ");
      return `SELECT ${columns} FROM ${source(relation.from)}${positions ? ` GROUP BY ${positions}` : ""}`;
    }
    case "join":
      return `SELECT * FROM ${source(relation.left)} JOIN ${source(relation.right)} USING (${identifier(relation.using)})`;
    case "matched":
      // Twice as fast as EXISTS: it joins on what must be equal and checks the rest as it goes, without a list of the rows.
      return `SELECT * FROM ${source(relation.from)} SEMI JOIN ${source(relation.by)} ON ${expressionSql(relation.where)}`;
    case "union":
      return relation.of.map((each) => `SELECT * FROM ${source(each)}`).join(" UNION ALL ");
    case "running": {
      const over = windowSql(relation.group, relation.by);
      const columns = relation.columns.map((each) => `${runningSql(each, over)} AS ${identifier(each.name)}`);
      return `SELECT *, ${columns.join(", ")} FROM ${source(relation.from)}`;
    }
    case "times": {
      const numbers = `range(1, ${Math.trunc(relation.to) + 1}) AS "numbers" (${identifier(relation.as)})`;
      return `SELECT * FROM ${source(relation.from)}, ${numbers}`;
    }
    case "order": {
      const by = relation.by.map((expression) => `${expressionSql(expression)} ASC NULLS FIRST`).join(", ");
      const first = relation.first === undefined ? "" : ` LIMIT ${Math.trunc(relation.first)}`;
      return `SELECT * FROM ${source(relation.from)} ORDER BY ${by}${first}`;
    }
  }
}

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

const source = (relation: Relation): string =>
  relation.kind === "scan" ? identifier(relation.table) : `(${relationSql(relation)})`;

const named = (columns: readonly { name: string; of: Expression }[]): string =>
  columns.map((each) => `${expressionSql(each.of)} AS ${identifier(each.name)}`).join(", ");

/**
 * The discrete quantile of a DECIMAL share is worked out in whole numbers: of n values in order, that at the share times n,
 * rounded up. Just above the half it is the upper of two in the middle, for up to five thousand million of them.
 */
const JUST_ABOVE_HALF = "0.5000000001";

function measureSql(measure: Measure): string {
  const of = measure.of === undefined ? "*" : expressionSql(measure.of);
  const where = measure.where === undefined ? "" : ` FILTER (WHERE ${expressionSql(measure.where)})`;
  switch (measure.how) {
    case "count":
      return `count(${of})${where}`;
    case "count-distinct":
      return `count(DISTINCT ${of})${where}`;
    case "sum":
      return `sum(${of})${where}`;
    case "middle-two":
      return `list_sum(quantile_disc(${of}, [0.5, ${JUST_ABOVE_HALF}])${where})`;
    case "percentile":
      return `quantile_disc(${of}, CAST('0.${String(Math.trunc(measure.rank ?? 50)).padStart(2, "0")}' AS DECIMAL(3, 2)))${where}`;
    case "lowest":
      return `min(${of})${where}`;
    case "highest":
      return `max(${of})${where}`;
  }
}

function windowSql(group: readonly Expression[], by: readonly Expression[]): string {
  const partition = group.length > 0 ? `PARTITION BY ${group.map(expressionSql).join(", ")} ` : "";
  return `${partition}ORDER BY ${by.map((each) => `${expressionSql(each)} ASC NULLS FIRST`).join(", ")}`;
}

function runningSql({ how, of }: Running, over: string): string {
  const value = of === undefined ? "" : expressionSql(of);
  const before = `OVER (${over} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
  switch (how) {
    case "place":
      return `row_number() OVER (${over})`;
    case "after":
      return `count(*) OVER (${over} ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)`;
    case "before":
      return `coalesce(sum(${value}) ${before}, 0)`;
    case "up-to":
      return `sum(${value}) OVER (${over} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
    case "highest-before":
      return `max(${value}) ${before}`;
  }
}

/** Blanks that people leave around a value: space, tab, line ends, the no-break space of spreadsheets. */
const BLANKS = " \t\r\n\u00a0";
const CODES = [...BLANKS].map((blank) => blank.codePointAt(0)).join(", ");

/** Looks at both ends first: most cells have nothing to trim, and trimming is three times slower than looking. */
const trimmed = (of: string): string =>
  `CASE WHEN unicode(${of}) IN (${CODES}) OR unicode(right(${of}, 1)) IN (${CODES}) ` +
  `THEN nullif(trim(${of}, ${textLiteral(BLANKS)}), '') ELSE ${of} END`;

export function expressionSql(expression: Expression): string {
  switch (expression.op) {
    case "column":
      return identifier(expression.name);
    case "literal":
      return literal(expression.value);
    case "compare":
      return `(${expressionSql(expression.left)} ${expression.comparison} ${expressionSql(expression.right)})`;
    case "and":
      return joined(expression.of, " AND ", "TRUE");
    case "or":
      return joined(expression.of, " OR ", "FALSE");
    case "not":
      return `(NOT ${expressionSql(expression.of)})`;
    case "missing":
      return `(${expressionSql(expression.of)} IS NULL)`;
    case "known":
      return `(${expressionSql(expression.of)} IS NOT NULL)`;
    case "trimmed":
      return trimmed(expressionSql(expression.of));
    case "lower-case":
      return `lower(${expressionSql(expression.of)})`;
    case "choose": {
      const cases = expression.cases.map((c) => `WHEN ${expressionSql(c.when)} THEN ${expressionSql(c.gives)}`);
      const otherwise = expression.otherwise === undefined ? "" : ` ELSE ${expressionSql(expression.otherwise)}`;
      return `CASE ${cases.join(" ")}${otherwise} END`;
    }
    case "matches":
      return `regexp_full_match(${expressionSql(expression.of)}, ${textLiteral(expression.pattern)})`;
    case "without":
      return `translate(${expressionSql(expression.of)}, ${textLiteral(expression.characters)}, '')`;
    case "read-as":
      return `TRY_CAST(${expressionSql(expression.of)} AS ${typeName(expression.type)})`;
    case "read-date":
      return `CAST(try_strptime(${expressionSql(expression.of)}, ${textLiteral(expression.layout)}) AS DATE)`;
    case "as":
      return `CAST(${expressionSql(expression.of)} AS ${typeName(expression.type)})`;
    case "times":
      return `(${expressionSql(expression.left)} * ${expressionSql(expression.right)})`;
    case "less":
      return `(${expressionSql(expression.left)} - ${expressionSql(expression.right)})`;
    case "days":
      return `(${expressionSql(expression.to)} - ${expressionSql(expression.from)})`;
    case "later": {
      const of = expressionSql(expression.of);
      const times = expression.times === undefined ? "" : ` * CAST(${expressionSql(expression.times)} AS INTEGER)`;
      return "days" in expression
        ? `(${of} + ${Math.trunc(expression.days)}${times})`
        : `CAST(${of} + to_months(${Math.trunc(expression.months)}${times}) AS DATE)`;
    }
    case "spans": {
      const of = expressionSql(expression.of);
      const [year, month] = expression.from.split("-").map(Number);
      const since = 12 * Math.trunc(year!) + Math.trunc(month!);
      return `((12 * year(${of}) + month(${of}) - ${since}) // ${Math.trunc(expression.months)})`;
    }
    case "among":
      return `(${expressionSql(expression.of)} IN (SELECT ${identifier(expression.column)} FROM ${identifier(expression.table)}))`;
    case "fingerprint":
      return `md5_number(concat_ws(chr(31), ${expression.of.map((of) => `coalesce(${expressionSql(of)}, chr(30))`).join(", ")}))`;
  }
}

const joined = (of: readonly Expression[], by: string, none: string): string =>
  of.length === 0 ? none : `(${of.map(expressionSql).join(by)})`;
