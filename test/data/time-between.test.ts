import assert from "node:assert/strict";
import type { Tally, TimeBetween } from "@concordat/model";
import { contract, field, records, tally } from "./contract.js";
import { find, read, reported } from "./folder.js";

const referrals = records("referrals", "referred", [
  field("person", { type: "pseudonym" }),
  field("referred", { type: "date" }),
  field("seen", { type: "date" }, true),
]);
const wait: TimeBetween = { from: "referred", to: "seen" };
const weeks = (must: boolean): TimeBetween => ({
  ...wait,
  within: { time: { count: 2, unit: "week" }, must },
});
const of = contract({
  term: { from: "2026-04-01", to: "2027-03-31" },
  records: [referrals],
  tallies: [
    ...(["sum", "median", "minimum", "maximum", "count"] satisfies Tally["aggregate"][]).map((aggregate) =>
      tally(aggregate, "referrals", { aggregate, between: wait }),
    ),
    tally("in-time", "referrals", { between: weeks(true) }),
    tally("judged", "referrals", { between: weeks(false) }),
  ],
});
const asked = (rows: readonly string[], knownTo = "2027-06-30") =>
  read(of, {
    "referrals.csv": `person,referred,seen\n${rows.map((row, n) => `p${n},${row}\n`).join("")}`,
    "data.json": { sources: { referrals: { covers: { from: "2026-04-01", to: "2027-03-31" } } }, "known-to": knownTo },
  });
const values = async (rows: readonly string[], names: readonly string[], knownTo?: string): Promise<string[]> => {
  const result = await asked(rows, knownTo);
  return names.map((name) => reported(result, name, "2026-04-01"));
};

describe("the time between two dates of a row", () => {
  it("is in whole days, the same day being none, over a leap day and a change of the clock too", async () => {
    assert.deepEqual(await values(["2026-05-01,2026-05-01", "2026-10-24,2026-10-26"], ["sum", "minimum", "maximum"]), [
      "2",
      "0",
      "2",
    ]);
  });

  it("has a middle that is exact: between 3 and 4 days, three and a half", async () => {
    assert.deepEqual(await values(["2026-05-01,2026-05-04", "2026-05-01,2026-05-05"], ["median"]), ["3.5"]);
  });

  it("counts the row in the period of its date, though the other date lies after the period", async () => {
    assert.deepEqual(await values(["2027-03-31,2027-05-01"], ["sum", "count"]), ["31", "1"]);
  });

  it("leaves out who waits still, and who was seen before being referred, and says how many", async () => {
    const rows = ["2026-05-01,2026-05-11", "2026-06-01,", "2027-03-01,2027-07-01", "2026-07-02,2026-07-01"];
    const result = await asked(rows);
    const found = find(result, "sum", "2026-04-01")!;
    assert.equal(found.value, "10");
    assert.equal(
      found.origin,
      "referrals.csv, 1 row; 2 more not yet known: seen had not come by 30 June 2027, to which the data is known; 1 more left out: seen lies before referred",
    );
    assert.equal(reported(result, "count", "2026-04-01"), "1");
  });

  it("is not known where no row has it, and not zero", async () => {
    assert.deepEqual(await values(["2026-06-01,"], ["median", "count"]), [
      "unknown: there is no row to take it from",
      "0",
    ]);
  });
});

describe("rows whose second date comes within a window", () => {
  const share = ["in-time", "judged"];

  it("count on the last day of it, and not on the day after", async () => {
    assert.deepEqual(await values(["2026-05-01,2026-05-15"], share), ["1", "1"]);
    assert.deepEqual(await values(["2026-05-01,2026-05-16"], share), ["0", "1"]);
  });

  it("do not count where it has not come, once the window is over", async () => {
    assert.deepEqual(await values(["2026-05-01,"], share), ["0", "1"]);
  });

  it("wait above and below the line while the window is open, even where it has come", async () => {
    const rows = ["2027-03-17,2027-03-18", "2027-03-18,2027-03-19", "2027-03-18,"];
    assert.deepEqual(await values(rows, share, "2027-03-31"), ["1", "1"]);
    const result = await asked(rows, "2027-03-31");
    assert.equal(
      find(result, "judged", "2026-04-01")!.origin,
      "referrals.csv, 1 row; 2 more not yet known: the 2 weeks after referred run past 31 March 2027, to which the data is known",
    );
  });

  it("leave out a second date before the first", async () => {
    assert.deepEqual(await values(["2026-05-03,2026-05-01"], share), ["0", "0"]);
  });
});
