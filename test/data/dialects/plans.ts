import type { FieldType } from "@concordat/model";
import { conversionOf } from "../../../packages/data/src/convert/conversion.js";
import {
  all,
  any,
  type ColumnType,
  column,
  compare,
  date,
  type Expression,
  known,
  matches,
  missing,
  nothing,
  onlyWhere,
  text,
  truth,
  whole,
} from "../../../packages/data/src/plan/expression.js";
import {
  aggregate,
  filter,
  join,
  type Measure,
  order,
  project,
  type Relation,
  running,
  scan,
  union,
} from "../../../packages/data/src/plan/relation.js";

const [word, number, amount, day, truthful] = ["word", "number", "amount", "day", "truth"].map(column) as [
  Expression,
  Expression,
  Expression,
  Expression,
  Expression,
];
const NUMBER: ColumnType = { type: "decimal", digits: 30, scale: 18 };
const decimal = (digits: string): Expression => ({
  op: "literal",
  value: { type: "decimal", text: digits, digits: 18, scale: 2 },
});
const asText = (of: Expression): Expression => ({ op: "as", of, type: { type: "text" } });

/** Every way to work something out of a row; each comes out as text, a number, a date or a truth. */
export const EXPRESSIONS: Readonly<Record<string, Expression>> = {
  column: word,
  "literal text": text('it\'s a \\ "quoted" text'),
  "literal date": date("2026-02-28"),
  "literal whole": whole(-7),
  "literal decimal": decimal("-12.50"),
  "literal truth": truth(true),
  "literal nothing": asText(nothing),
  "compare texts": compare(word, "=", text("a")),
  "compare wholes": compare(number, ">=", whole(0)),
  "compare decimals": compare(amount, "<", decimal("12.50")),
  "compare dates": compare(day, ">", date("2025-06-30")),
  "compare unequal": compare(number, "<>", whole(1)),
  and: all([compare(number, "<=", whole(2)), truthful]),
  "and of nothing": all([]),
  or: any([compare(number, ">", whole(2)), truthful]),
  "or of nothing": any([]),
  not: { op: "not", of: truthful },
  missing: missing(word),
  known: known(amount),
  trimmed: { op: "trimmed", of: word },
  "lower-case": { op: "lower-case", of: word },
  choose: {
    op: "choose",
    cases: [
      { when: truthful, gives: text("true") },
      { when: compare(number, ">", whole(0)), gives: word },
    ],
    otherwise: text("else"),
  },
  "choose without else": onlyWhere(truthful, word),
  matches: matches(word, String.raw`-?(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?`),
  "matches any line": matches(word, String.raw`(?s).*(Â[£€\x{A0}-\x{BF}]|lines)`),
  "matches one line": matches(word, "two.*"),
  without: { op: "without", of: word, characters: "£, " },
  "read-as whole": onlyWhere(matches(word, String.raw`-?\d+`), { op: "read-as", of: word, type: { type: "whole" } }),
  "read-as decimal": onlyWhere(matches(word, String.raw`-?\d+(\.\d+)?`), {
    op: "read-as",
    of: word,
    type: { type: "decimal", digits: 6, scale: 2 },
  }),
  "read-as date": onlyWhere(matches(word, String.raw`\d{4}-\d{2}-\d{2}`), {
    op: "read-as",
    of: word,
    type: { type: "date" },
  }),
  "read-date": onlyWhere(matches(word, String.raw`\d{1,2}/\d{1,2}/\d{4}`), {
    op: "read-date",
    of: word,
    layout: "%d/%m/%Y",
  }),
  "as text": asText(amount),
  "as text of a date": asText(day),
  "as text of a truth": asText(truthful),
  "as decimal": { op: "as", of: amount, type: NUMBER },
  times: { op: "times", left: amount, right: decimal("0.01") },
  less: { op: "less", left: number, right: whole(3) },
  days: { op: "days", from: date("2025-12-31"), to: day },
  "later by days": { op: "later", of: day, days: 7, times: number },
  "later by months": { op: "later", of: day, months: 1 },
  "later by many months": { op: "later", of: day, months: 3, times: number },
  spans: onlyWhere(compare(day, ">=", date("2025-04-01")), { op: "spans", of: day, from: "2025-04-01", months: 3 }),
  among: { op: "among", of: word, table: "keys", column: "key" },
  "fingerprint equal": compare({ op: "fingerprint", of: [word, asText(number)] }, "=", {
    op: "fingerprint",
    of: [word, text("1")],
  }),
};

const TYPES: Readonly<Record<string, FieldType>> = {
  money: { type: "money" },
  percentage: { type: "percentage", fraction: false },
  fraction: { type: "percentage", fraction: true },
  date: { type: "date" },
  whole: { type: "whole", from: "-10", to: "1000" },
  number: { type: "number" },
  count: { type: "count" },
  truth: { type: "truth" },
  category: { type: "category", values: ["a", "b", "É"] },
};

const FORMATS = ["iso", "dd/mm/yyyy", "dd.mm.yyyy", "yyyymmdd"] as const;

/** What a cell of each type of the language becomes, and why it does not: in the steps in which tables are read. */
export const CONVERSIONS: Readonly<Record<string, Relation>> = Object.fromEntries(
  Object.entries(TYPES).flatMap(([name, type]) =>
    FORMATS.filter((format) => format === "iso" || name === "date").map((dateFormat) => {
      const place = { name: "place", of: column("place") };
      const cell = { name: "cell", of: column("cell") };
      const { value, accepts, reasons } = conversionOf(type, cell.of, {
        currency: "GBP",
        dateFormat,
        membersTable: () => "keys",
      });
      const trimmed = project(scan("rows"), [place, { name: "cell", of: { op: "trimmed", of: word } }]);
      const valued = project(trimmed, [place, cell, { name: "value", of: value }]);
      const accepted = accepts === undefined ? column("value") : onlyWhere(accepts(column("value")), column("value"));
      const why = reasons.map(({ when }, index) => ({ name: `reason ${index}`, of: when }));
      return [`${name} ${dateFormat}`, project(valued, [place, { name: "value", of: accepted }, ...why])];
    }),
  ),
);

const measure = (how: Measure["how"], of?: Expression, more: Partial<Measure> = {}): Measure => ({
  name: `${how} ${Object.keys(more).join()} ${of === undefined ? "" : JSON.stringify(of).length}`,
  how,
  ...(of === undefined ? {} : { of }),
  ...more,
});

const MEASURES: readonly Measure[] = [
  measure("count"),
  measure("count", word),
  measure("count", undefined, { where: truthful }),
  measure("count-distinct", word),
  measure("sum", amount),
  measure("sum", number, { where: truthful }),
  measure("lowest", day),
  measure("highest", amount),
  measure("middle-two", amount),
  measure("middle-two", number, { where: truthful }),
  ...[1, 50, 90, 99].map((rank) => ({ ...measure("percentile", amount, { rank }), name: `percentile ${rank}` })),
];

const group = [{ name: "whose", of: word }];
const places = ["place", "number"].map((name) => ({ name, of: column(name) }));
const other = (name: string): Expression => column(`other ${name}`);

/** Every way to make a table of tables. */
export const RELATIONS: Readonly<Record<string, Relation>> = {
  scan: scan("rows"),
  filter: filter(scan("rows"), truthful),
  project: project(filter(scan("rows"), known(number)), places),
  aggregate: aggregate(scan("rows"), group, MEASURES),
  "aggregate all": aggregate(scan("rows"), [], MEASURES),
  "aggregate none": aggregate(filter(scan("rows"), compare(column("place"), "<", whole(0))), [], MEASURES),
  distinct: aggregate(scan("rows"), [{ name: "truth", of: truthful }, ...group], []),
  join: project(
    join(
      project(scan("rows"), places),
      project(scan("others"), [
        { name: "number", of: other("number") },
        { name: "there", of: other("place") },
      ]),
      "number",
    ),
    [...places, { name: "there", of: column("there") }],
  ),
  matched: {
    kind: "matched",
    from: scan("rows"),
    by: scan("others"),
    where: all([compare(word, "=", other("word")), compare(day, "<=", other("day"))]),
  },
  union: union([project(scan("rows"), places), project(scan("rows"), places)]),
  running: running(
    scan("rows"),
    [truthful],
    [day, column("place")],
    { name: "nth", how: "place" },
    { name: "left", how: "after" },
    { name: "so far", how: "before", of: amount },
    { name: "with it", how: "up-to", of: amount },
    { name: "peak", how: "highest-before", of: amount },
  ),
  "running over all": running(scan("rows"), [], [column("place")], { name: "nth", how: "place" }),
  times: { kind: "times", from: project(scan("rows"), places), to: 3, as: "time" },
  "order of the first": order(scan("rows"), [number, column("place")], 3),
  "order by dates": order(scan("rows"), [day, amount, column("place")], 4),
};
