import type { ColumnType } from "../plan/expression.js";
import { BLANKS, type Dialect } from "./dialect.js";
import { identifier, literal, textLiteral, typeNames } from "./quote.js";
import { SqlWriter } from "./write.js";

const typeName = typeNames({ text: "text", date: "date", truth: "boolean", whole: "bigint", decimal: "numeric" });

/** The SQL of PostgreSQL, from version 13 on. The same plan gives the same numbers there as in DuckDB. */
const postgres: Dialect = {
  identifier: shortIdentifier,
  literal: (value) => (value.type === "whole" ? `CAST(${value.number} AS bigint)` : literal(value, typeName)),
  typeName,
  asTable: (query, name) => `(${query}) AS ${identifier(name)}`,
  semiJoin: (from, by, where) => `SELECT * FROM ${from} WHERE EXISTS (SELECT 1 FROM ${by} WHERE ${where})`,
  numbers: (to, column) =>
    `generate_series(CAST(1 AS bigint), CAST(${to} AS bigint)) AS "numbers" (${shortIdentifier(column)})`,
  middleTwo: (of, filter) => {
    const [sorted, count] = [sortedValues(of, filter), `(count(${of})${filter})`];
    return `(${sorted}[(${count} + 1) / 2] + ${sorted}[(${count} + 2) / 2])`;
  },
  percentile: (of, rank, filter) => `${sortedValues(of, filter)}[(${rank} * (count(${of})${filter}) + 99) / 100]`,
  trimmed: (of) => `nullif(btrim(${of}, ${textLiteral(BLANKS)}), '')`,
  // By the letters of all languages, whatever language the database is set to.
  lowerCase: (of) => `lower(${of} COLLATE "und-x-icu")`,
  matches,
  without: (of, characters) => `translate(${of}, ${textLiteral(characters)}, '')`,
  readAs,
  readDate: (of, layout) => {
    const { form, order } = datePattern(layout);
    const part = (letter: string) => `(regexp_match(${of}, ${textLiteral(form)}))[${order.indexOf(letter) + 1}]`;
    return dateOf(`${of} ~ ${textLiteral(form)}`, part("Y"), part("m"), part("d"));
  },
  days: (from, to) => `CAST(${to} - ${from} AS bigint)`,
  daysLater: (of, days, times = "1") => `(${of} + CAST(${days} * ${times} AS integer))`,
  monthsLater: (of, months, times = "1") => `CAST(${of} + ${months} * ${times} * interval '1 month' AS date)`,
  spans: (of, since, months) =>
    `CAST(trunc((12 * extract(year FROM ${of}) + extract(month FROM ${of}) - ${since}) / ${months}) AS bigint)`,
  fingerprint: (of) => `md5(concat_ws(chr(31), ${of.map((each) => `coalesce(${each}, chr(30))`).join(", ")}))`,
};

export const postgresWriter = new SqlWriter(postgres);

/** Longer names the server would cut short, two of them perhaps to the same one. */
function shortIdentifier(name: string): string {
  if (new TextEncoder().encode(name).length > 63) throw new Error("a name too long for PostgreSQL");
  return identifier(name);
}

/** The values that there are, by size. */
function sortedValues(of: string, filter: string): string {
  const known = `${of} IS NOT NULL`;
  const where = filter === "" ? ` FILTER (WHERE ${known})` : filter.replace(/\)$/, ` AND ${known})`);
  return `(array_agg(${of} ORDER BY ${of})${where})`;
}

/** PostgreSQL's point takes a line feed too, unless it is told not to, and its digits may be those of any script. */
function matches(of: string, pattern: string): string {
  const anything = pattern.startsWith("(?s)");
  let inClass = false;
  const body = (anything ? pattern.slice(4) : pattern).replace(
    /\\x\{([0-9A-Fa-f]+)\}|\\d|\\.|[[\]]/gs,
    (part, code: string | undefined) => {
      if (code !== undefined) return `\\u${code.padStart(4, "0")}`;
      if (part === "[" || part === "]") inClass = part === "[";
      return part === "\\d" ? (inClass ? "0-9" : "[0-9]") : part;
    },
  );
  return `(${of} ~ ${textLiteral(`${anything ? "" : "(?p)"}^(?:${body})$`)})`;
}

/** There is no cast that gives nothing where it cannot, so what cannot be cast is left out before. */
function readAs(of: string, type: ColumnType): string {
  const number = `CAST(${of} AS numeric)`;
  switch (type.type) {
    case "text":
      return of;
    case "truth":
      return `CASE ${of} WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END`;
    case "date": {
      const part = (from: number, length: number) => `substr(${of}, ${from}, ${length})`;
      return dateOf(`${of} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`, part(1, 4), part(6, 2), part(9, 2));
    }
    case "whole": {
      const held = `${number} BETWEEN -9223372036854775808 AND 9223372036854775807`;
      return `CASE WHEN length(${of}) < 1000 AND ${of} ~ '^-?[0-9]+$' THEN CASE WHEN ${held} THEN CAST(${of} AS bigint) END END`;
    }
    case "decimal": {
      const rounded = `round(${number}, ${type.scale})`;
      const held = `abs(${rounded}) < CAST('1e${type.digits - type.scale}' AS numeric)`;
      const form = "^-?[0-9]+(\\.[0-9]+)?$";
      return `CASE WHEN length(${of}) < 1000 AND ${of} ~ '${form}' THEN CASE WHEN ${held} THEN CAST(${rounded} AS ${typeName(type)}) END END`;
    }
  }
}

/** A date from the texts of its parts, missing where the calendar has no such day. */
function dateOf(when: string, year: string, month: string, day: string): string {
  const [y, m, d] = [year, month, day].map((part) => `CAST(${part} AS integer)`);
  const last = `extract(day FROM make_date(${y}, ${m}, 1) + interval '1 month - 1 day')`;
  const made = `CASE WHEN ${d} BETWEEN 1 AND ${last} THEN make_date(${y}, ${m}, ${d}) END`;
  return `CASE WHEN ${when} THEN CASE WHEN ${y} > 0 AND ${m} BETWEEN 1 AND 12 THEN ${made} END END`;
}

/** Of a layout as %d/%m/%Y: the form of its texts, and which part stands where. */
function datePattern(layout: string): { form: string; order: string[] } {
  const order: string[] = [];
  const form = layout.replace(/%([Ymd])|[^%]/g, (part, letter: string | undefined) => {
    if (letter === undefined) return /[.]/.test(part) ? `\\${part}` : part;
    order.push(letter);
    return letter === "Y" ? "([0-9]{4})" : "([0-9]{1,2})";
  });
  return { form: `^${form}$`, order };
}
