import assert from "node:assert/strict";
import { addDays, addMonths, type Duration, type FollowUp, nextDay } from "@concordat/model";
import fc from "fast-check";
import { contract, field, records, tally, where } from "./contract.js";
import { find, read, reported } from "./folder.js";

const spells = records("spells", "discharged", [
  field("person", { type: "pseudonym" }),
  field("admitted", { type: "date" }),
  field("discharged", { type: "date" }, true),
  field("method", { type: "category", values: ["elective", "emergency"] }),
]);
const visits = records("visits", "day", [field("person", { type: "pseudonym" }), field("day", { type: "date" })]);

const within30: FollowUp = {
  from: "discharged",
  within: { count: 30, unit: "day" },
  records: "spells",
  datedBy: "admitted",
  where: where("method", "is", "name", "emergency"),
};
const share = (follow: FollowUp, of = "spells") => [
  tally("top", of, { followed: { ...follow, must: true } }),
  tally("bottom", of, { followed: { ...follow, must: false } }),
];
const HEADER = "person,admitted,discharged,method\n";
const term = { from: "2026-04-01", to: "2028-03-31" };
const known = (to: string) => ({ sources: { spells: { covers: { from: "2026-04-01", to } } } });

describe("rows that are followed within a window", () => {
  const of = contract({ term, records: [spells], tallies: share(within30) });
  const counted = async (rows: string[], to = "2028-03-31"): Promise<string> => {
    const result = await read(of, { "spells.csv": `${HEADER}${rows.join("\n")}\n`, "data.json": known(to) });
    return `${reported(result, "top", "2026-04-01")} of ${reported(result, "bottom", "2026-04-01")}`;
  };
  const first = "p1,2026-05-01,2026-05-10,elective";

  it("count where an emergency of the same person comes on the last day of the window, not on the day after it", async () => {
    assert.equal(await counted([first, "p1,2026-06-09,,emergency"]), "1 of 1");
    assert.equal(await counted([first, "p1,2026-06-10,,emergency"]), "0 of 1");
  });

  it("count from the very day that opens the window, and not before it", async () => {
    assert.equal(await counted([first, "p1,2026-05-10,,emergency"]), "1 of 1");
    assert.equal(await counted([first, "p1,2026-05-09,,emergency"]), "0 of 1");
  });

  it("are not followed by themselves, by another person, or by a planned admission", async () => {
    assert.equal(await counted(["p1,2026-05-10,2026-05-10,emergency"]), "0 of 1");
    assert.equal(await counted([first, "p2,2026-05-20,,emergency"]), "0 of 1");
    assert.equal(await counted([first, "p1,2026-05-20,,elective"]), "0 of 1");
  });

  it("count once, however often they were followed", async () => {
    assert.equal(await counted([first, "p1,2026-05-20,,emergency", "p1,2026-05-30,,emergency"]), "1 of 1");
  });

  it("wait above and below the line until the data is known to the end of the window, and are listed", async () => {
    const rows = ["p1,2027-02-20,2027-03-01,elective", "p2,2027-02-20,2027-03-02,elective", "p2,2027-03-05,,emergency"];
    const files = { "spells.csv": `${HEADER}${rows.join("\n")}\n`, "data.json": known("2027-03-31") };
    const result = await read(of, files);
    const [top, bottom] = ["top", "bottom"].map((name) => find(result, name, "2026-04-01")!);
    assert.deepEqual([top!.value, bottom!.value], ["0", "1"]);
    assert.equal(
      bottom!.origin,
      "spells.csv, 1 row; 1 more not yet known: the 30 days after discharged run past 31 March 2027, to which the data is known",
    );
  });

  it("are counted without a pseudonym leaving the data", async () => {
    const result = await read(of, { "spells.csv": `${HEADER}${first}\n`, "data.json": known("2028-03-31") });
    assert.doesNotMatch(JSON.stringify(result), /\bp1\b/);
  });
});

describe("rows that are followed by rows of other records", () => {
  const follow: FollowUp = {
    from: "discharged",
    within: { count: 1, unit: "week" },
    records: "visits",
    datedBy: "day",
  };
  const of = contract({ term, records: [spells, visits], tallies: share(follow) });
  const covers = { from: "2026-04-01", to: "2027-03-31" };
  const manifest = { sources: { spells: { covers }, visits: { covers: { ...covers, to: "2026-12-31" } } } };
  const spell = `${HEADER}p1,2026-05-01,2026-05-10,elective\np2,2026-05-01,2026-12-25,elective\n`;

  it("are found where both are at hand, and known as far as the other extract goes", async () => {
    const files = { "spells.csv": spell, "visits.csv": "person,day\np1,2026-05-17\n", "data.json": manifest };
    const result = await read(of, files);
    assert.equal(reported(result, "top", "2026-04-01"), "1");
    assert.equal(reported(result, "bottom", "2026-04-01"), "1");
  });

  it("are not known where the other records are not there", async () => {
    const result = await read(of, { "spells.csv": spell, "data.json": { sources: { spells: { covers } } } });
    assert.equal(
      reported(result, "top", "2026-04-01"),
      "unknown: what follows is looked for in visits, which could not be read",
    );
  });
});

describe("the data engine, asked what followed", () => {
  const DAYS: string[] = [];
  for (let day = "2026-03-25"; day < "2027-08-10"; day = nextDay(day)) DAYS.push(day);
  const day = fc.constantFrom(...DAYS);
  const row = fc.record({
    person: fc.constantFrom("p1", "p2"),
    admitted: day,
    discharged: fc.option(day, { nil: "" }),
    method: fc.constantFrom("elective", "emergency"),
  });
  const duration = fc.oneof(
    fc.record({ count: fc.integer({ min: 1, max: 60 }), unit: fc.constant("day" as const) }),
    fc.record({ count: fc.integer({ min: 1, max: 9 }), unit: fc.constantFrom("week" as const, "month" as const) }),
  );
  const end = (from: string, { count, unit }: Duration): string =>
    unit === "month" ? addMonths(from, count) : addDays(from, unit === "week" ? 7 * count : count);

  it("agrees with going through the rows one by one", async () => {
    const to = "2027-06-30";
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60 }), duration, async (drawn, within) => {
        const rows = [...new Map(drawn.map((each) => [JSON.stringify(each), each])).values()];
        const follow = { ...within30, within };
        const of = contract({
          term: { from: "2026-04-01", to: "2027-03-31" },
          records: [spells],
          tallies: share(follow),
        });
        const lines = rows.map((each) => `${Object.values(each).join(",")}\n`).join("");
        const result = await read(of, { "spells.csv": HEADER + lines, "data.json": known(to) });
        const inYear = rows.filter(({ discharged }) => discharged >= "2026-04-01" && discharged < "2027-04-01");
        const closed = inYear.filter(({ discharged }) => end(discharged, within) <= to);
        const followed = closed.filter((one) =>
          rows.some(
            (other) =>
              other !== one &&
              other.person === one.person &&
              other.method === "emergency" &&
              other.admitted >= one.discharged &&
              other.admitted <= end(one.discharged, within),
          ),
        );
        assert.equal(reported(result, "top", "2026-04-01"), `${followed.length}`);
        assert.equal(reported(result, "bottom", "2026-04-01"), `${closed.length}`);
      }),
      { numRuns: 25 },
    );
  }).timeout(30_000);
});
