import assert from "node:assert/strict";
import { contract, field, records, tally } from "./contract.js";
import { read, reported } from "./folder.js";

const falls = records("falls", "fell", [
  field("person", { type: "pseudonym" }),
  field("fell", { type: "date" }),
  field("severe", { type: "truth" }),
]);
const taken = (name: string, derived: Omit<NonNullable<(typeof falls)["derived"]>, "from">) => ({
  ...falls,
  name,
  derived: { from: "falls", ...derived },
});
const severe = { kind: "compare", field: "severe", comparison: "is", value: { type: "truth", value: "true" } } as const;
const of = contract({
  term: { from: "2026-04-01", to: "2028-03-31" },
  records: [
    falls,
    taken("firsts", { pick: { which: "first" } }),
    taken("lasts", { pick: { which: "last" } }),
    taken("yearly", { pick: { which: "first", each: "year" } }),
    taken("first-severe", { where: severe, pick: { which: "first" } }),
    taken("all-severe", { where: severe }),
  ],
  tallies: ["falls", "firsts", "lasts", "yearly", "first-severe", "all-severe"].map((name) => tally(name, name)),
});
const NAMES = ["falls", "firsts", "lasts", "yearly", "first-severe", "all-severe"];
const years = async (rows: readonly string[]): Promise<Record<string, string[]>> => {
  const result = await read(of, {
    "falls.csv": `person,fell,severe\n${rows.map((row) => `${row}\n`).join("")}`,
    "data.json": {
      sources: { falls: { covers: { from: "2026-04-01", to: "2028-03-31" } } },
      "known-to": "2028-06-30",
    },
  });
  return Object.fromEntries(
    NAMES.map((name) => [name, ["2026-04-01", "2027-04-01"].map((from) => reported(result, name, from))]),
  );
};

describe("records that are taken from others", () => {
  it("are the first of each person, the last, the first of each year, those that meet a condition", async () => {
    const rows = ["ann,2026-05-01,no", "ann,2026-06-01,yes", "ann,2027-05-01,yes", "bob,2027-04-02,no"];
    assert.deepEqual(await years(rows), {
      falls: ["2", "2"],
      firsts: ["1", "1"],
      lasts: ["0", "2"],
      yearly: ["1", "2"],
      "first-severe": ["1", "0"],
      "all-severe": ["1", "1"],
    });
  });

  it("go by line on one day, whatever order the days stand in", async () => {
    const rows = ["ann,2027-05-01,no", "ann,2026-05-01,yes", "ann,2026-05-01,no"];
    const found = await years(rows);
    assert.deepEqual(found["first-severe"], ["1", "0"]);
    assert.deepEqual(found.firsts, ["1", "0"]);
    assert.deepEqual(found.lasts, ["0", "1"]);
  });

  it("are missing where the records are, and none where those are known to be none", async () => {
    const result = await read(of, {});
    for (const name of NAMES) assert.match(reported(result, name, "2026-04-01"), /falls/, name);
    assert.deepEqual((await years(["ann,2026-05-01,no"]))["all-severe"], ["0", "0"]);
  });
});
