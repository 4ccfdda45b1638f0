import assert from "node:assert/strict";
import { readOutcomeData } from "@concordat/data";
import { contract, field, figure, records, tally } from "./contract.js";
import { find, ids, inFolder, reported } from "./folder.js";

const visits = contract({ figures: [figure("visits", { type: "count", of: "visits" })] });
const extracts = [
  { file: "visits-july.csv", extracted: "2026-07-20", provisional: true },
  { file: "visits-october.csv", extracted: "2026-10-05", provisional: { after: "2026-06-30" } },
];
const files = {
  "visits-july.csv": "period,visits\n2026/27 Q1,10\n",
  "visits-october.csv": "period,visits\n2026/27 Q1,12\n2026/27 Q2,8\n",
};
const listed = { ...files, "data.json": { sources: { visits: { extracts } } } };

const readOn = (folder: string, knownOn?: string) =>
  readOutcomeData(visits, folder, knownOn === undefined ? {} : { knownOn });

describe("of several extracts", () => {
  it("the latest is read, or the latest that had been made by a day", async () => {
    await inFolder(listed, async (folder) => {
      const q1 = async (day?: string) => reported(await readOn(folder, day), "visits", "2026-04-01");
      assert.equal(await q1(), "12");
      assert.equal(await q1("2026-10-05"), "12");
      assert.equal(await q1("2026-10-04"), "10");
      assert.equal(await q1("2026-07-20"), "10");
      assert.equal(await q1("2026-07-19"), "not reported");
      assert.deepEqual(ids(await readOn(folder, "2026-07-19")), ["not-known-yet"]);
    });
  });

  it("one may be named by the day in its file's name", async () => {
    const named = {
      "visits-2026-07-20.csv": files["visits-july.csv"],
      "visits-2026-10-05.csv": files["visits-october.csv"],
      "visits-2026-13-01.csv": "period,visits\n2026/27 Q1,99\n",
      "data.json": { sources: { visits: { extracts: "visits-{date}.csv" } } },
    };
    await inFolder(named, async (folder) => {
      assert.equal(reported(await readOn(folder), "visits", "2026-04-01"), "12");
      const { data } = await readOn(folder, "2026-09-30");
      assert.deepEqual(data.extracts, [{ name: "visits", file: "visits-2026-07-20.csv", extracted: "2026-07-20" }]);
      assert.equal(data.knownOn, "2026-09-30");
    });
  });

  it("what is provisional is marked, and what is final is not", async () => {
    await inFolder(listed, async (folder) => {
      const july = await readOn(folder, "2026-07-31");
      assert.equal(find(july, "visits", "2026-04-01")?.provisional, true);
      const october = await readOn(folder);
      assert.equal(find(october, "visits", "2026-04-01")?.provisional, undefined);
      assert.equal(find(october, "visits", "2026-07-01")?.provisional, true);
    });
  });

  it("a later one that is added changes nothing in what was known before, nor in its digest", async () => {
    const digestOn = (more: object) =>
      inFolder({ ...listed, ...more }, async (f) => (await readOn(f, "2026-09-30")).data);
    const before = await digestOn({});
    const later = [...extracts, { file: "visits-december.csv", extracted: "2026-12-04" }];
    const after = await digestOn({
      "visits-december.csv": "period,visits\n2026/27 Q1,14\n",
      "data.json": { sources: { visits: { extracts: later } } },
    });
    assert.deepEqual(after, before);
  });

  it("a source that does not say when it was extracted is not taken for known on any day", async () => {
    await inFolder({ "visits.csv": files["visits-july.csv"] }, async (folder) => {
      const { problems } = await readOn(folder, "2026-09-30");
      assert.equal(problems[0]!.id, "extract-undated");
      assert.equal(problems[0]!.fatal, true);
      assert.deepEqual(ids(await readOn(folder)), []);
    });
  });

  it("a source of which there is nothing need not say so: it is not reported", async () => {
    await inFolder({ "other.csv": "a\n" }, async (folder) => {
      const there = await readOn(folder, "2026-09-30");
      assert.ok(ids(there).includes("file-missing"), ids(there).join());
      assert.ok(there.problems.every(({ fatal }) => !fatal));
    });
  });
});

describe("what an extract covers", () => {
  it("never runs past the day on which it was made", async () => {
    const calls = contract({
      records: [records("calls", "day", [field("day", { type: "date" })])],
      tallies: [tally("calls", "calls", { each: ["quarter"] })],
    });
    const rows = { "calls.csv": "id,day\n1,2026-04-02\n2,2026-09-14\n" };
    const settled = async (extracted: string) =>
      inFolder({ ...rows, "data.json": { sources: { calls: { extracted } } } }, async (folder) =>
        reported(await readOutcomeData(calls, folder), "calls", "2026-07-01"),
      );
    assert.equal(await settled("2026-10-05"), "1");
    assert.match(await settled("2026-09-20"), /^unknown: the extract of calls holds records to 20 September 2026/);
  });
});
