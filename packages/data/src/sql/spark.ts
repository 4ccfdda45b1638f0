import type { Literal } from "../plan/expression.js";
import { BLANKS, type Dialect } from "./dialect.js";
import { literal, typeNames } from "./quote.js";
import { SqlWriter } from "./write.js";

const typeName = typeNames({ text: "STRING", date: "DATE", truth: "BOOLEAN", whole: "BIGINT", decimal: "DECIMAL" });

/**
 * The SQL of Spark, from version 3.5 on. It is held against Spark's grammar, and has not been run on Spark. Decimals are
 * exact there with `spark.sql.decimalOperations.allowPrecisionLoss` set to false.
 */
const spark: Dialect = {
  identifier: name,
  literal: (value: Literal) => (value.type === "text" ? text(value.text) : literal(value, typeName)),
  typeName,
  asTable: (query) => `(${query})`,
  semiJoin: (from, by, where) => `SELECT * FROM ${from} LEFT SEMI JOIN ${by} ON ${where}`,
  numbers: (to, column) => `(SELECT explode(sequence(1L, ${to}L)) AS ${name(column)})`,
  middleTwo: (of, filter) => {
    const [lower, upper] = [1, 2].map((extra) => at(of, filter, `(count(${of})${filter} + ${extra}) DIV 2`));
    return `(${lower} + ${upper})`;
  },
  percentile: (of, rank, filter) => at(of, filter, `(${rank} * count(${of})${filter} + 99) DIV 100`),
  trimmed: (of) => `nullif(trim(BOTH ${text(BLANKS)} FROM ${of}), '')`,
  lowerCase: (of) => `lower(${of})`,
  matches: (of, pattern) => `(${of} RLIKE ${text(wholeText(pattern))})`,
  without: (of, characters) => `translate(${of}, ${text(characters)}, '')`,
  readAs: (of, type) => `try_cast(${of} AS ${typeName(type)})`,
  readDate: (of, layout) => {
    const apart = layout.replaceAll("%d", "d").replaceAll("%m", "M").replaceAll("%Y", "yyyy");
    const form = layout === "%Y%m%d" ? "yyyyMMdd" : apart;
    return `CAST(try_to_timestamp(${of}, ${text(form)}) AS DATE)`;
  },
  days: (from, to) => `CAST(datediff(${to}, ${from}) AS BIGINT)`,
  daysLater: (of, days, times = "1") => `date_add(${of}, CAST(${days} * ${times} AS INT))`,
  monthsLater: (of, months, times = "1") => `add_months(${of}, CAST(${months} * ${times} AS INT))`,
  spans: (of, since, months) => `((12 * year(${of}) + month(${of}) - ${since}) DIV ${months})`,
  fingerprint: (of) => `md5(concat_ws(char(31), ${of.map((each) => `coalesce(${each}, char(30))`).join(", ")}))`,
};

export const sparkWriter = new SqlWriter(spark);

function name(of: string): string {
  if (of.includes("\0")) throw new Error("text with a NUL character cannot enter a query");
  return `\`${of.replaceAll("`", "``")}\``;
}

/** A backslash takes what follows it as something else, so it is doubled. */
function text(of: string): string {
  if (of.includes("\0")) throw new Error("text with a NUL character cannot enter a query");
  return `'${of.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

/** Java's point leaves out line ends of every kind, unless it is told that there is but one, or none. */
function wholeText(pattern: string): string {
  const anything = pattern.startsWith("(?s)");
  return `${anything ? "(?s)" : "(?d)"}\\A(?:${anything ? pattern.slice(4) : pattern})\\z`;
}

/** One of the values that there are, by size, counted from 1. */
const at = (of: string, filter: string, place: string): string =>
  `try_element_at(sort_array(collect_list(${of})${filter}), CAST(nullif(${place}, 0) AS INT))`;
