import assert from "node:assert/strict";
import { type Cohort, dayAfter, nextDay, type ParticipantSet } from "@concordat/model";
import fc from "fast-check";
import { contract, field, records, tally, where } from "./contract.js";
import { find, read, reported } from "./folder.js";

const releases = records("releases", "released", [
  field("person", { type: "pseudonym" }),
  field("released", { type: "date" }),
  field("sentence", { type: "category", values: ["short", "long"] }),
]);
const convictions = records("convictions", "offended", [
  field("who", { type: "pseudonym" }),
  field("offended", { type: "date" }),
]);
const term = { from: "2026-04-01", to: "2030-03-31" };
const cohort: Cohort = {
  records: "releases",
  entering: "released",
  where: where("sentence", "is", "name", "short"),
  followed: { count: 12, unit: "month" },
  intakes: [
    { key: "one", from: "2026-04-01", to: "2027-03-31" },
    { key: "two", from: "2027-04-01", to: "2028-03-31" },
  ],
};
const intakeSet = (of: Cohort): ParticipantSet => ({
  name: "intake",
  source: { line: 1, column: 1, offset: 0, length: 0 },
  file: "",
  cohort: of,
  fields: [],
  rows: of.intakes.map(({ key }) => ({ key, values: {} })),
});
const contractOf = (of: Cohort) =>
  contract({
    term,
    records: [releases, convictions],
    participants: [intakeSet(of)],
    tallies: [
      tally("again", "convictions", { cohort: "intake", by: [{ axis: "intake", field: "who" }], each: ["term"] }),
      tally("people", "releases", {
        cohort: "intake",
        aggregate: "people",
        field: "person",
        by: [{ axis: "intake", field: "person" }],
        each: ["term"],
      }),
    ],
  });

const covers = (to: string) => ({ covers: { from: "2026-04-01", to } });
const files = (released: string[], offended: string[], to = "2029-03-31") => ({
  "releases.csv": `person,released,sentence\n${released.map((row) => `${row}\n`).join("")}`,
  "convictions.csv": `who,offended\n${offended.map((row) => `${row}\n`).join("")}`,
  "data.json": { sources: { releases: covers(to), convictions: covers(to) } },
});

describe("a cohort", () => {
  const of = contractOf(cohort);
  const again = async (released: string[], offended: string[]): Promise<string> => {
    const result = await read(of, files(released, offended));
    return ["one", "two"].map((intake) => reported(result, "again", term.from, { intake })).join(" and ");
  };

  it("counts what happens from the day of entry to the last day of the follow-up, and not after", async () => {
    const entry = ["p1,2026-06-10,short"];
    assert.equal(await again(entry, ["p1,2026-06-09"]), "0 and 0");
    assert.equal(await again(entry, ["p1,2026-06-10", "p1,2027-06-09"]), "2 and 0");
    assert.equal(await again(entry, ["p1,2027-06-10"]), "0 and 0");
  });

  it("takes a person by the first entry, into one intake", async () => {
    const entries = ["p1,2027-05-01,short", "p1,2027-03-01,short"];
    assert.equal(await again(entries, ["p1,2027-06-01"]), "1 and 0");
  });

  it("leaves out who does not meet its condition, and who never entered", async () => {
    assert.equal(await again(["p1,2026-06-10,long"], ["p1,2026-07-01", "p2,2026-07-01"]), "0 and 0");
  });

  it("is known for an intake once its last person has been followed to the end", async () => {
    const result = await read(of, files(["p1,2026-06-10,short"], ["p1,2026-07-01"], "2028-12-31"));
    assert.equal(reported(result, "again", term.from, { intake: "one" }), "1");
    assert.equal(
      reported(result, "again", term.from, { intake: "two" }),
      "unknown: the extract of convictions holds records to 31 December 2028; two is followed until 30 March 2029",
    );
    assert.equal(
      find(result, "again", term.from, { intake: "one" })?.origin,
      "convictions.csv, 1 row of one, each person followed from the day of entry",
    );
  });

  it("is not known where its entries could not be read", async () => {
    const result = await read(of, {
      "convictions.csv": "who,offended\np1,2026-07-01\n",
      "data.json": { sources: { convictions: covers("2029-03-31") } },
    });
    assert.equal(
      reported(result, "again", term.from, { intake: "one" }),
      "unknown: who is of one is looked up in releases, which could not be read",
    );
  });

  it("gives no pseudonym away", async () => {
    const result = await read(of, files(["Q17,2026-06-10,short"], ["Q17,2026-07-01"]));
    assert.doesNotMatch(JSON.stringify(result), /Q17/);
  });
});

describe("the data engine, asked about a cohort", () => {
  const DAYS: string[] = [];
  for (let day = "2026-03-25"; day < "2028-12-01"; day = nextDay(day)) DAYS.push(day);
  const person = fc.constantFrom("p1", "p2", "p3", "p4");
  const day = fc.constantFrom(...DAYS);
  const release = fc.record({ person, released: day, sentence: fc.constantFrom("short", "long") });
  const conviction = fc.record({ who: person, offended: day });
  const followed = fc.record({
    count: fc.integer({ min: 1, max: 12 }),
    unit: fc.constantFrom("week" as const, "month" as const, "day" as const),
  });
  const distinct = <T>(rows: readonly T[]): T[] => [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];

  it("agrees with going through persons and rows one by one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(release, { maxLength: 20 }),
        fc.array(conviction, { maxLength: 40 }),
        followed,
        async (drawn, offences, lasts) => {
          const [released, offended] = [distinct(drawn), distinct(offences)];
          const rows = (list: readonly object[]) => list.map((row) => Object.values(row).join(","));
          const result = await read(contractOf({ ...cohort, followed: lasts }), files(rows(released), rows(offended)));
          const short = released.filter(({ sentence }) => sentence === "short");
          const entry = (who: string): string =>
            short
              .filter((each) => each.person === who)
              .map((each) => each.released)
              .sort()[0] ?? "";
          const during = (who: string, on: string): boolean => on >= entry(who) && on < dayAfter(entry(who), lasts);
          for (const { key, from, to } of cohort.intakes) {
            const own = (who: string): boolean => entry(who) >= from && entry(who) <= to;
            const again = offended.filter(({ who, offended: on }) => own(who) && during(who, on)).length;
            const people = new Set(short.map((each) => each.person).filter(own)).size;
            assert.equal(reported(result, "again", term.from, { intake: key }), `${again}`);
            assert.equal(reported(result, "people", term.from, { intake: key }), `${people}`);
          }
        },
      ),
      { numRuns: 25 },
    );
  }).timeout(30_000);
});
