import assert from "node:assert/strict";
import { type Condition, calendarOf, nextDay, periodsOf, type Tally } from "@concordat/model";
import fc from "fast-check";
import { contract, field, records, tally } from "./contract.js";
import { read } from "./folder.js";
import { naiveTally, type Row } from "./naive.js";

const events = records("events", "day", [
  field("day", { type: "date" }),
  field("person", { type: "pseudonym" }, true),
  field("kind", { type: "category", values: ["a", "b"] }, true),
  field("age", { type: "whole" }, true),
  field("cost", { type: "money" }, true),
  field("score", { type: "percentage", fraction: true }, true),
]);

const DAYS: string[] = [];
for (let day = "2026-02-20"; day < "2028-06-01"; day = nextDay(day)) DAYS.push(day);

const maybe = (cell: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(cell, { freq: 4, nil: null });
const money = fc.bigInt(0n, 10n ** 12n).map((pence) => `${pence / 100n}.${String(pence % 100n).padStart(2, "0")}`);
const row: fc.Arbitrary<Row> = fc.record({
  day: fc.constantFrom(...DAYS),
  person: maybe(fc.constantFrom("p1", "p2", "p3", "p4")),
  kind: maybe(fc.constantFrom("a", "b")),
  age: maybe(fc.integer({ min: -3, max: 3 }).map(String)),
  cost: maybe(fc.oneof(money, fc.constantFrom("0.33", "0.34"))),
  score: maybe(fc.constantFrom("0.3333", "0.33333333333333333", "0.5", "-0.25")),
});

const comparison = fc.constantFrom("is", "is-not", "at-least", "at-most", "above", "below");
const number = fc.constantFrom("0", "1", "-2", "1/3", "-1/3", "0.5", "99999999999999999999999999", "-0.25");
const compare: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant("compare" as const),
    field: fc.constantFrom("age", "cost", "score"),
    comparison,
    value: fc.record({ type: fc.constant("number" as const), value: number }),
  }),
  fc.record({
    kind: fc.constant("compare" as const),
    field: fc.constant("kind"),
    comparison: fc.constantFrom("is", "is-not"),
    value: fc.record({ type: fc.constant("name" as const), value: fc.constantFrom("a", "b") }),
  }),
  fc.record({
    kind: fc.constant("compare" as const),
    field: fc.constant("day"),
    comparison,
    value: fc.record({ type: fc.constant("date" as const), value: fc.constantFrom(...DAYS) }),
  }),
  fc.record({ kind: fc.constant("known" as const), field: fc.constantFrom("person", "kind", "age", "cost") }),
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    compare,
    fc.record({ kind: fc.constantFrom("all", "any"), of: fc.array(tie("any"), { maxLength: 3 }) }),
    fc.record({ kind: fc.constant("not" as const), of: tie("any") }),
  ) as fc.Arbitrary<Condition>,
})).any;

const measured = fc.constantFrom<Partial<Tally>>(
  { aggregate: "count" },
  { aggregate: "people", field: "person" },
  { aggregate: "sum", field: "cost" },
  { aggregate: "sum", field: "score" },
  { aggregate: "sum", field: "age" },
);

describe("the data engine", () => {
  it("agrees with going through the rows one by one", async () => {
    const wanted = fc.array(fc.tuple(measured, fc.option(condition, { nil: undefined })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 80 }), wanted, async (rows, tallies) => {
        const of = contract({
          term: { from: "2026-04-01", to: "2028-05-15" },
          records: [events],
          tallies: tallies.map(([parts, where], index) =>
            tally(`t${index}`, "events", {
              ...parts,
              each: ["month", "quarter", "year", "term"],
              ...(where && { where }),
            }),
          ),
        });
        const header = events.fields.map(({ name }) => name);
        const lines = rows.map((each, index) => [index, ...header.map((name) => each[name] ?? "")].join(","));
        const result = await read(of, {
          "events.csv": `${["id", ...header].join(",")}\n${lines.map((line) => `${line}\n`).join("")}`,
          "data.json": {
            sources: { events: { covers: { from: "2026-04-01", to: "2028-05-15" }, outsideTerm: "keep" } },
          },
        });
        assert.deepEqual(result.quarantine, []);
        for (const each of of.tallies) {
          for (const kind of each.each) {
            const expected = naiveTally(of, each, kind, rows);
            const found = periodsOf(kind, calendarOf(of.term, of.yearStarts)).map((period) => {
              const value = result.data.values.find(
                ({ name, from, to }) => name === each.name && from === period.fullFrom && to === period.fullTo,
              );
              return value!.value ?? "unknown";
            });
            assert.deepEqual(found, expected);
          }
        }
      }),
      { numRuns: 30 },
    );
  }).timeout(30_000);

  it("reads, uses and sets aside every row of any file, however its lines are broken", async () => {
    const piece = fc.constantFrom("2026-04-01", "x", ",", ",", '"', "\n", "\n", "\r\n", "\r", " ", "é", "\u0000");
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const of = contract({ records: [records("events", "day", [field("day", { type: "date" })])] });
        const result = await read(of, { "events.csv": `day,note\n${pieces.join("")}` });
        const [quality] = result.data.quality;
        if (quality === undefined) assert.ok(result.problems.some(({ fatal }) => fatal));
        else {
          assert.equal(quality.read, quality.used + quality.quarantined);
          assert.equal(result.quarantine.length, quality.quarantined);
        }
      }),
      { numRuns: 30 },
    );
  }).timeout(30_000);
});
