import assert from "node:assert/strict";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { readOutcomeData } from "@concordat/data";
import { DuckDBInstance } from "@duckdb/node-api";
import { contract, field, records, tally } from "../contract.js";
import { ids, inFolder, read, reported } from "../folder.js";

const plain = records("calls", "day", [field("day", { type: "date" }), field("kind", { type: "text" })]);
const of = contract({ records: [plain], tallies: [tally("all", "calls")] });
const covers = { from: "2026-04-01", to: "2029-03-31" };
const csv = (...kinds: string[]): string =>
  ["day,kind", ...kinds.map((kind) => `2026-04-01,"${kind.replaceAll('"', '""')}"`)].join("\n");
const named = (entry: object) => ({ "data.json": { sources: { calls: { covers, ...entry } } } });
const many = async (files: Parameters<typeof read>[1]): Promise<string> =>
  reported(await read(of, files), "all", "2026-04-01");

/** Names that would be more than names, were they ever read as part of a query. */
const NAMES = [
  `calls'); DROP TABLE calls; --.csv`,
  `calls"; ATTACH 'x'; --.csv`,
  "calls', auto_detect = true, delim = 'x.csv",
  "calls; SELECT 1.csv",
  "calls -- .csv",
  "calls $1 ? :a.csv",
];

describe("the name of a file", () => {
  for (const file of NAMES) {
    it(`stays a name: ${file}`, async () => {
      assert.equal(await many({ [file]: csv("a", "b"), ...named({ file }) }), "2");
    });
  }

  it("is that of one file, though others fit it as a pattern", async () => {
    const others = { "callsA.csv": csv("x"), "calls1.csv": csv("x", "y", "z") };
    for (const file of ["calls[1A].csv", "calls?.csv", "calls*.csv", "[c]alls1.csv"]) {
      // A glob of data.json finds files by pattern; a file is named as it is.
      assert.equal(await many({ ...others, [file]: csv("a", "b"), ...named({ file }) }), "2", file);
    }
  });

  it("may lie in a folder whose name is a pattern", () =>
    inFolder(
      { "q[1-4]*/calls.csv": csv("a", "b"), "q[1-4]*/data.json": named({})["data.json"], "q1x/calls.csv": csv("a") },
      async (folder) => {
        assert.equal(reported(await readOutcomeData(of, join(folder, "q[1-4]*")), "all", "2026-04-01"), "2");
      },
    ));

  it("leads out of the folder neither by its dots nor by a link to a link", () =>
    inFolder({ "secret.csv": csv("a"), "data/x.txt": "" }, async (folder) => {
      const data = join(folder, "data");
      await symlink("../secret.csv", join(data, "one.csv"));
      await symlink("one.csv", join(data, "calls.csv"));
      assert.equal(ids(await readOutcomeData(of, data))[0], "outside-folder");
      for (const file of [
        "../secret.csv",
        "x/../../secret.csv",
        join(folder, "secret.csv"),
        "..\\secret.csv",
        "./..",
      ]) {
        const result = await read(of, named({ file }));
        assert.equal(ids(result)[0], "outside-folder", file);
      }
    }));
});

describe("the name of a column", () => {
  const columns = [`kind"); DROP TABLE x; --`, "kind'; --", 'a "quoted" name', "row place", "is bad", "cell 0"];

  it("stays a name in a CSV file and in a Parquet file", async () => {
    for (const column of columns) {
      const header = `day,"${column.replaceAll('"', '""')}"`;
      const entry = named({ columns: { kind: column } });
      assert.equal(await many({ "calls.csv": `${header}\n2026-04-01,x\n`, ...entry }), "1", column);
      await inFolder(entry, async (folder) => {
        const instance = await DuckDBInstance.create(":memory:");
        const connection = await instance.connect();
        const quoted = `"${column.replaceAll('"', '""')}"`;
        const select = `SELECT DATE '2026-04-01' AS day, 'x' AS ${quoted} UNION ALL SELECT DATE '2026-04-02', 'y '`;
        await connection.run(`COPY (${select}) TO '${join(folder, "calls.parquet")}' (FORMAT parquet)`);
        connection.closeSync();
        instance.closeSync();
        assert.equal(reported(await readOutcomeData(of, folder), "all", "2026-04-01"), "2", column);
      });
    }
  });

  it("and what stands in a cell is a cell", async () => {
    const cells = ["'); DROP TABLE calls; --", '" OR ""="', "$(rm -rf .)", "=cmd|'/c calc'!A1", "%s%n"];
    assert.equal(await many({ "calls.csv": csv(...cells), ...named({}) }), `${cells.length}`);
  });
});
