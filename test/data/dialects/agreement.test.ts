import assert from "node:assert/strict";
import { Rational } from "@concordat/model";
import fc from "fast-check";
import { column, text } from "../../../packages/data/src/plan/expression.js";
import { project, type Relation, scan, union } from "../../../packages/data/src/plan/relation.js";
import { cases } from "../../support/measure.js";
import { postgresql } from "../../support/postgresql.js";
import { duckdb, memory, type Plans, postgres } from "./engines.js";
import { CONVERSIONS, EXPRESSIONS, RELATIONS } from "./plans.js";
import { ONE, tableOf, testRow } from "./tables.js";

const tables = fc.record({
  rows: fc.array(testRow, { minLength: 1, maxLength: 25 }),
  others: fc.array(testRow, { minLength: 1, maxLength: 10 }),
});
type Tables = typeof tables extends fc.Arbitrary<infer T> ? T : never;

const KEYS = union(["a", "12", "É"].map((key) => project(scan(ONE), [{ name: "key", of: text(key) }])));

/** All expressions of a kind side by side, each row told by its place. */
const sideBySide = (expressions: typeof EXPRESSIONS): Relation =>
  project(scan("rows"), [
    { name: "place", of: column("place") },
    ...Object.values(expressions).map((of, index) => ({ name: `column ${index}`, of })),
  ]);

/** Rows in an order that says nothing, numbers by what they are worth. */
const comparable = (rows: readonly (readonly (string | null)[])[]): string[] =>
  rows.map((row) => JSON.stringify(row.map((cell) => (cell === null ? null : worth(cell))))).sort();
const worth = (cell: string): string => (/^-?\d+(\.\d+)?$/.test(cell) ? Rational.parse(cell).toText() : cell);

async function filled(plans: Plans, { rows, others }: Tables): Promise<void> {
  await plans.make("rows", tableOf(rows));
  await plans.make("others", tableOf(others, "other "));
  await plans.make("keys", KEYS);
}

async function agree(first: Plans, second: Plans): Promise<void> {
  const runs = { numRuns: cases(100) };
  await fc.assert(
    fc.asyncProperty(tables, async (data) => {
      await Promise.all([filled(first, data), filled(second, data)]);
      const asked = { ...RELATIONS, ...CONVERSIONS, expressions: sideBySide(EXPRESSIONS) };
      for (const [name, relation] of Object.entries(asked)) {
        const [a, b] = [await first.rows(relation), await second.rows(relation)];
        assert.deepEqual(comparable(a), comparable(b), name);
      }
    }),
    runs,
  );
}

describe("one plan gives the same in every engine", function () {
  this.timeout(300_000);
  const open: Plans[] = [];
  const opened = <P extends Plans>(plans: P): P => {
    open.push(plans);
    return plans;
  };
  afterEach(async () => {
    for (const plans of open.splice(0)) await plans.close();
  });

  it("in DuckDB and in the plan's own meaning, row by row", async () => {
    await agree(opened(await duckdb()), opened(memory()));
  });

  it("in DuckDB and in PostgreSQL", async function () {
    const server = await postgresql(this);
    await agree(opened(await duckdb()), opened(await postgres(server)));
  });

  it("and every kind of expression and of relation is among what is asked", () => {
    const kinds = new Set<string>();
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(collect);
      else if (typeof value === "object" && value !== null) {
        const { op, kind, how } = value as Record<string, unknown>;
        for (const each of [op, kind, how]) if (typeof each === "string") kinds.add(each);
        Object.values(value).forEach(collect);
      }
    };
    collect([EXPRESSIONS, RELATIONS]);
    assert.deepEqual(
      KINDS.filter((kind) => !kinds.has(kind)),
      [],
    );
  });
});

/** As plan/expression.ts and plan/relation.ts list them. */
const KINDS = [
  ...["column", "literal", "compare", "and", "or", "not", "missing", "known", "trimmed", "lower-case", "choose"],
  ...["matches", "without", "read-as", "read-date", "as", "times", "less", "days", "later", "spans", "among"],
  ...["fingerprint", "scan", "filter", "project", "aggregate", "join", "matched", "union", "running", "order"],
  ...["count", "count-distinct", "sum", "lowest", "highest", "middle-two", "percentile"],
  ...["place", "before", "up-to", "highest-before", "after"],
];
