import assert from "node:assert/strict";
import { contract, field, participants, records, spells, tally, where } from "./contract.js";
import { asides, find, ids, read, reported } from "./folder.js";

const HEADER = "person,discharged,method,age,cost\n";
const covers = { from: "2026-04-01", to: "2027-05-14" };
const manifest = { sources: { spells: { covers } } };

describe("tallies of records", () => {
  const of = contract({
    records: [spells],
    tallies: [
      tally("all", "spells", { each: ["quarter", "year"] }),
      tally("people", "spells", { aggregate: "people" }),
      tally("cost", "spells", { aggregate: "sum", field: "cost" }),
      tally("old-emergencies", "spells", {
        where: {
          kind: "all",
          of: [where("method", "is", "name", "emergency"), where("age", "at-least", "number", "65")],
        },
      }),
    ],
  });
  const rows = [
    "p1,2026-04-01,emergency,70,100.10",
    "p1,2026-06-30,elective,70,0.20",
    "p2,2026-07-01,emergency,64,",
    'p3,2027-03-31,emergency,65,"£1,000.00"',
  ];
  const files = { "spells.csv": `${HEADER}${rows.join("\n")}\n`, "data.json": manifest };

  it("count rows in the period of their date, over every kind of period that is asked for", async () => {
    const result = await read(of, files);
    assert.equal(reported(result, "all", "2026-04-01"), "2");
    const year = result.data.values.find(
      (value) => value.name === "all" && value.to === "2027-04-01" && value.from === "2026-04-01",
    );
    assert.equal(year?.value, "4");
    assert.equal(year?.origin, "spells.csv, 4 rows");
  });

  it("count each person once, add money exactly, and count only the rows that the condition holds for", async () => {
    const result = await read(of, files);
    assert.equal(reported(result, "people", "2026-04-01"), "3");
    assert.equal(reported(result, "cost", "2026-04-01"), "1100.3");
    assert.equal(reported(result, "old-emergencies", "2026-04-01"), "2");
  });

  it("are 0 where the extract covers a period without rows, and unknown where it does not", async () => {
    const result = await read(of, files);
    assert.equal(reported(result, "all", "2026-10-01"), "0");
    assert.equal(
      reported(result, "all", "2027-04-01"),
      "unknown: the extract of spells holds records to 14 May 2027; the period runs to 30 June 2027",
    );
  });

  it("begin to be known where the extract begins", async () => {
    const later = { sources: { spells: { covers: { from: "2026-05-01", to: "2029-03-31" } } } };
    const result = await read(of, { ...files, "data.json": later });
    assert.equal(
      reported(result, "all", "2026-04-01"),
      "unknown: the extract of spells holds records from 1 May 2026; the period begins on 1 April 2026",
    );
  });

  it("take whole months from the first row to the last as covered where nothing says, and say so", async () => {
    const { "data.json": _, ...bare } = files;
    const result = await read(of, bare);
    assert.equal(reported(result, "all", "2027-01-01"), "1");
    assert.match(reported(result, "all", "2027-04-01"), /to 31 March 2027; the period runs to 30 June 2027/);
    assert.deepEqual(ids(result), ["coverage-inferred", "coverage-gap"]);
    assert.match(result.problems[1]!.message, /May 2026/);
  });

  it("take no mistyped year, far from the term, as a sign that all until then is there", async () => {
    const { "data.json": _, ...bare } = files;
    const row = (day: string): string => `p9,${day},elective,1,1\n`;
    const mistyped = await read(of, { "spells.csv": `${bare["spells.csv"]}${row("2062-05-01")}${row("1926-05-01")}` });
    const mended = await read(of, bare);
    const values = ({ data }: typeof mended) => data.values.map(({ from, value, why }) => [from, value, why]);
    assert.deepEqual(values(mistyped), values(mended));
    const running = await read(of, { "spells.csv": `${bare["spells.csv"]}${row("2026-03-31")}` });
    assert.match(running.problems[0]!.message, /all records from 1 March 2026 to 31 March 2027/);
  });

  it("are not known beyond the day that the data are known to", async () => {
    const result = await read(of, { ...files, "data.json": { ...manifest, "known-to": "2026-12-31" } });
    assert.equal(reported(result, "all", "2026-10-01"), "0");
    assert.match(reported(result, "all", "2027-01-01"), /^unknown: .* to 31 December 2026/);
  });

  it("leave out rows before the term, which are set aside or kept", async () => {
    const more = { ...files, "spells.csv": `${files["spells.csv"]}p9,2026-03-31,elective,1,1\n` };
    const result = await read(of, more);
    assert.equal(reported(result, "all", "2026-04-01"), "2");
    assert.deepEqual(result.data.quality, [{ name: "spells", file: "spells.csv", read: 5, used: 4, quarantined: 1 }]);
    const [spells] = Object.values(manifest.sources);
    const keep = { ...manifest, sources: { spells: { ...spells, outsideTerm: "keep" } } };
    const kept = await read(of, { ...more, "data.json": keep });
    assert.equal(reported(kept, "all", "2026-04-01"), "2");
    assert.equal(kept.data.quality[0]!.used, 5);
    assert.match(kept.problems[0]!.message, /^1 row is dated outside the term by "discharged"/);
  });

  it("are unknown, each of them, where the file is not there", async () => {
    const result = await read(of, { "data.json": { sources: {} } });
    assert.equal(ids(result)[0], "file-missing");
    assert.match(reported(result, "all", "2026-04-01"), /^unknown: there is no spells\.csv in concordat-test-/);
    assert.equal(result.data.values.length, 12 + 3 + 3 * 3);
  });

  it("are unknown where rows are there but none has what is added up", async () => {
    const result = await read(of, { ...files, "spells.csv": `${HEADER}p2,2026-07-01,emergency,64,\n` });
    assert.equal(reported(result, "cost", "2026-04-01"), "unknown: none of its rows has cost");
  });

  it("cut the last period at the end of the term, and name the whole of it", async () => {
    const short = { ...of, term: { from: "2026-04-01", to: "2026-05-10" } };
    const result = await read(short, {
      ...files,
      "data.json": { sources: { spells: { covers: { from: "2026-04-01", to: "2026-05-10" } } } },
    });
    const quarter = find(result, "all", "2026-04-01");
    assert.equal(quarter?.to, "2026-07-01");
    assert.equal(quarter?.value, "1");
  });
});

describe("tallies for each participant", () => {
  const visits = records("visits", "day", [
    field("day", { type: "date" }),
    field("practice", { type: "member", of: "practice" }, true),
    field("done", { type: "truth" }),
  ]);
  const of = contract({
    participants: [participants("practice", "P1", "P2", "P3")],
    records: [visits],
    tallies: [tally("visits", "visits", { by: [{ axis: "practice", field: "practice" }] })],
  });

  it("have a value for each of them, 0 for one without rows, and none for a row of nobody", async () => {
    const csv = "day,practice,done\n2026-04-05,P1,yes\n2026-04-06,P1,NO\n2026-04-07,P3,1\n2026-04-08,,0\n";
    const result = await read(of, {
      "visits.csv": csv,
      "data.json": { sources: { visits: { covers: { from: "2026-04-01", to: "2027-03-31" } } } },
    });
    assert.deepEqual(asides(result), []);
    assert.equal(reported(result, "visits", "2026-04-01", { practice: "P1" }), "2");
    assert.equal(reported(result, "visits", "2026-04-01", { practice: "P2" }), "0");
    assert.equal(reported(result, "visits", "2026-04-01", { practice: "P3" }), "1");
  });
});
