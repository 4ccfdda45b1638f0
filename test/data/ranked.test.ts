import assert from "node:assert/strict";
import { Rational } from "@concordat/model";
import fc from "fast-check";
import { contract, field, records, tally, where } from "./contract.js";
import { read, reported } from "./folder.js";

const stays = records("stays", "left", [
  field("left", { type: "date" }),
  field("kind", { type: "category", values: ["a", "b"] }),
  field("cost", { type: "money" }, true),
]);
const of = contract({
  term: { from: "2026-04-01", to: "2027-03-31" },
  records: [stays],
  tallies: [
    tally("median", "stays", { aggregate: "median", field: "cost" }),
    tally("ninety", "stays", { aggregate: "percentile", rank: 90, field: "cost" }),
    tally("least", "stays", { aggregate: "minimum", field: "cost" }),
    tally("most", "stays", { aggregate: "maximum", field: "cost" }),
    tally("median-a", "stays", { aggregate: "median", field: "cost", where: where("kind", "is", "name", "a") }),
  ],
});
const values = async (rows: readonly string[]): Promise<Record<string, string>> => {
  const result = await read(of, {
    "stays.csv": `id,left,kind,cost\n${rows.map((row, id) => `${id},2026-05-01,${row}\n`).join("")}`,
    "data.json": { sources: { stays: { covers: { from: "2026-04-01", to: "2027-03-31" } } } },
  });
  return Object.fromEntries(of.tallies.map(({ name }) => [name, reported(result, name, "2026-04-01")]));
};

describe("the middle and the ends of what rows hold", () => {
  it("are exact: a median between two pennies is half a penny", async () => {
    assert.equal((await values(["a,0.01", "a,0.02"])).median, "0.015");
    assert.equal((await values(["a,0.01", "a,0.02", "b,9"])).median, "0.02");
  });

  it("leave out blanks, and rows that the condition does not hold for", async () => {
    const found = await values(["a,5", "a,", "b,1", "a,7"]);
    assert.deepEqual([found.median, found["median-a"], found.least, found.most], ["5", "6", "1", "7"]);
  });

  it("are not known where there is no row, and not zero", async () => {
    assert.equal((await values(["b,1"]))["median-a"], "unknown: there is no row to take it from");
    assert.equal((await values(["a,", "a,"])).median, "unknown: none of its rows has cost");
  });

  it("agree with putting the rows in order of size", async () => {
    const pennies = fc.integer({ min: 0, max: 10_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(pennies, { minLength: 1, maxLength: 40 }), async (drawn) => {
        const found = await values(drawn.map((pence) => `a,${Rational.of(pence, 100).toFixed(2)}`));
        const sorted = [...drawn].sort((a, b) => a - b);
        const size = sorted.length;
        const middle = sorted[Math.ceil(size / 2) - 1]! + sorted[Math.floor(size / 2)]!;
        const pounds = (pence: Rational): string => pence.over(Rational.of(100)).toDecimal()!;
        assert.equal(found.median, pounds(Rational.of(middle, 2)));
        const ninety = sorted.find((_, at) => (at + 1) * 100 >= 90 * size)!;
        assert.equal(found.ninety, pounds(Rational.of(ninety)));
        assert.deepEqual(
          [found.least, found.most],
          [sorted[0]!, sorted[size - 1]!].map((p) => pounds(Rational.of(p))),
        );
      }),
      { numRuns: 25 },
    );
  }).timeout(30_000);
});
