import fc from "fast-check";
import type { ColumnType, Expression, Literal } from "../../../packages/data/src/plan/expression.js";
import type { Column, Relation } from "../../../packages/data/src/plan/relation.js";
import { project, scan, union } from "../../../packages/data/src/plan/relation.js";

/** The columns of the tables that plans are tried on, a type for each kind that there is. */
export const COLUMNS = {
  word: { type: "text" },
  number: { type: "whole" },
  amount: { type: "decimal", digits: 18, scale: 2 },
  day: { type: "date" },
  truth: { type: "truth" },
} as const satisfies Record<string, ColumnType>;

export type TestRow = { readonly [K in keyof typeof COLUMNS]: Literal };

const nothing: Literal = { type: "nothing" };
const maybe = (literal: fc.Arbitrary<Literal>): fc.Arbitrary<Literal> =>
  fc.oneof({ weight: 5, arbitrary: literal }, { weight: 1, arbitrary: fc.constant(nothing) });
const DAY = 86_400_000;
const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Texts as people and programs put them into cells: numbers, dates, amounts, blanks around them, and whatever else. */
export const WORDS = [
  " ",
  "a",
  "B",
  " b ",
  "É",
  "12",
  "-7",
  "007",
  "1,234.50",
  "£1,234.50",
  "12.345",
  "99999999999999999999",
  "1e5",
  "79.4%",
  "2026-04-01",
  "2026-02-29",
  "0001-01-01",
  "30/04/2026",
  "31/04/2026",
  "1.4.2026",
  "20260430",
  "yes",
  "true",
  "two\nlines",
  "Â£5",
  "it's",
  'say "so"',
  "back\\slash",
  "\u00a0x\t",
];

export const testRow: fc.Arbitrary<TestRow> = fc.record({
  word: maybe(fc.constantFrom(...WORDS).map((text): Literal => ({ type: "text", text }))),
  number: maybe(fc.integer({ min: -5, max: 5 }).map((number): Literal => ({ type: "whole", number: BigInt(number) }))),
  amount: maybe(
    fc
      .integer({ min: -100_000, max: 100_000 })
      .map((pence): Literal => ({ type: "decimal", text: written(pence), digits: 18, scale: 2 })),
  ),
  day: maybe(fc.integer({ min: 20_000, max: 20_800 }).map((day): Literal => ({ type: "date", text: isoOf(day) }))),
  truth: maybe(fc.boolean().map((truth): Literal => ({ type: "truth", truth }))),
});

const written = (pence: number): string => {
  const digits = String(Math.abs(pence)).padStart(3, "0");
  return `${pence < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** A table with one row and nothing to say, from which others are made. */
export const ONE = "one row";

/** The rows as a relation, so that every engine makes its table from the same plan. `place` tells rows apart. */
export function tableOf(rows: readonly TestRow[], prefix = ""): Relation {
  const cells = (row: TestRow, place: number): Column[] => [
    { name: `${prefix}place`, of: { op: "literal", value: { type: "whole", number: BigInt(place) } } },
    ...Object.entries(COLUMNS).map(([name, type]): Column => {
      const of: Expression = { op: "literal", value: row[name as keyof TestRow] };
      return { name: prefix + name, of: { op: "as", of, type } };
    }),
  ];
  return union(rows.map((row, place) => project(scan(ONE), cells(row, place))));
}
