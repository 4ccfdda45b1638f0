import assert from "node:assert/strict";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readOutcomeData } from "@concordat/data";
import { contract, field, records, spells, tally, where } from "./contract.js";
import { ids, inFolder, read, reported } from "./folder.js";

const covers = { from: "2026-04-01", to: "2029-03-31" };
const of = contract({
  records: [spells],
  tallies: [tally("all", "spells"), tally("cost", "spells", { aggregate: "sum", field: "cost" })],
});
const HEADER = "person,discharged,method,age,cost\n";
const CSV = `${HEADER}p1,2026-04-01,elective,1,5\np2,2026-04-02,emergency,2,6\n`;
const withManifest = (entry: object) => ({ "data.json": { sources: { spells: { covers, ...entry } } } });
const all = async (files: Parameters<typeof read>[1]) => reported(await read(of, files), "all", "2026-04-01");

describe("a file of records is read", () => {
  it("with a byte order mark, compressed, or without a last line end", async () => {
    assert.equal(await all({ "spells.csv": `\ufeff${CSV}`, ...withManifest({}) }), "2");
    assert.equal(await all({ "spells.csv.gz": gzipSync(CSV), ...withManifest({}) }), "2");
    assert.equal(await all({ "spells.csv": CSV.trimEnd(), ...withManifest({}) }), "2");
  });

  it("in any line end, and in a mixture of them", async () => {
    const mixed = CSV.replace("\n", "\r\n");
    for (const csv of [CSV.replaceAll("\n", "\r\n"), CSV.replaceAll("\n", "\r"), mixed]) {
      const result = await read(of, { "spells.csv": csv, ...withManifest({}) });
      assert.equal(reported(result, "all", "2026-04-01"), "2");
      assert.deepEqual(result.problems, []);
    }
  });

  it("in old line ends, however long it is", async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `p${index},2026-04-01,elective,1,5\r`);
    assert.equal(await all({ "spells.csv": HEADER.replace("\n", "\r") + rows.join(""), ...withManifest({}) }), "60000");
  });

  it("in windows-1252, where the manifest says so", async () => {
    const latin = Buffer.from(CSV.replace("5\n", "\xa35\n"), "latin1");
    const entry = { encoding: "windows-1252" };
    const result = await read(of, { "spells.csv": latin, ...withManifest(entry) });
    assert.equal(reported(result, "cost", "2026-04-01"), "11");
    const zipped = await read(of, { "s.csv.gz": gzipSync(latin), ...withManifest({ ...entry, file: "s.csv.gz" }) });
    assert.equal(reported(zipped, "cost", "2026-04-01"), "11");
    const unsaid = await read(of, { "spells.csv": latin, ...withManifest({}) });
    assert.deepEqual(ids(unsaid), ["encoding"]);
    assert.equal(reported(unsaid, "cost", "2026-04-01"), "unknown: spells.csv could not be read");
  });

  it("with other dates, another delimiter and other names of columns", async () => {
    const csv = "Pseudo ID;Discharge date;Method;Age;Cost\np1;01/02/2027;elective;1;5\n";
    const columns = { person: "Pseudo ID", discharged: "Discharge date", method: "Method", age: "Age", cost: "Cost" };
    const entry = { file: "in/extract.csv", columns, delimiter: ";", dateFormat: "dd/mm/yyyy" };
    const february = contract({
      records: [spells],
      tallies: [tally("february", "spells", { where: where("discharged", "is", "date", "2027-02-01") })],
    });
    const result = await read(february, { "in/extract.csv": csv, ...withManifest(entry) });
    assert.equal(reported(result, "february", "2026-04-01"), "1");
  });

  it("together with others of a glob, columns in any order", async () => {
    const other = "cost,age,method,discharged,person\n6,2,emergency,2026-05-02,p3\n";
    const files = { "spells-1.csv": CSV, "spells-2.csv": other, ...withManifest({ glob: "spells-*.csv" }) };
    const result = await read(of, files);
    assert.equal(reported(result, "cost", "2026-04-01"), "17");
    assert.equal(result.data.values[0]!.origin, "spells-*.csv, 3 rows");
    assert.deepEqual(
      result.data.quality.map(({ file, read }) => [file, read]),
      [
        ["spells-1.csv", 2],
        ["spells-2.csv", 1],
      ],
    );
  });

  it("not at all, and its problem says why, where its form is unsound", async () => {
    const cases: [string, string | Buffer][] = [
      ["header-empty", ""],
      ["header-empty", `\n${CSV}`],
      ["header-repeated", CSV.replace("cost", "age")],
      ["column-missing", CSV.replace("cost", "costs")],
      ["header-too-long", `${"x,".repeat(2001)}\n`],
      ["header-too-long", "x".repeat(1_000_001)],
      ["quote-unclosed", `${CSV}p3,2026-04-01,"elective,1,1\np4,2026-04-01,elective,1,1\n`],
      ["encoding-utf-16", Buffer.from(`\ufeff${CSV}`, "utf16le")],
      ["encoding", Buffer.concat([Buffer.from(CSV), Buffer.from([0xa3, 0x0a])])],
    ];
    for (const [id, csv] of cases) {
      const result = await read(of, { "spells.csv": csv, ...withManifest({}) });
      assert.deepEqual(ids(result), [id]);
      assert.equal(result.problems[0]!.fatal, true);
      assert.equal(result.problems[0]!.file, "spells.csv");
      assert.equal(reported(result, "all", "2026-04-01"), "unknown: spells.csv could not be read");
    }
    assert.deepEqual(ids(await read(of, { "spells.csv.gz": CSV, ...withManifest({}) })), ["unreadable"]);
    assert.deepEqual(ids(await read(of, { "spells.csv": CSV, "spells.csv.gz": gzipSync(CSV), ...withManifest({}) })), [
      "two-files",
      "file-not-read",
      "file-not-read",
    ]);
  });

  it("with the same digest and bytes each time, and another digest when a byte differs", async () => {
    const files = { "spells.csv": CSV, ...withManifest({}) };
    const [first, second] = [await read(of, files), await read(of, files)];
    assert.equal(JSON.stringify(first), JSON.stringify(second));
    assert.match(first.data.digest, /^[0-9a-f]{64}$/);
    const other = await read(of, { ...files, "spells.csv": CSV.replace("p2", "p3") });
    assert.notEqual(other.data.digest, first.data.digest);
    const otherManifest = await read(of, { ...files, ...withManifest({ delimiter: "," }) });
    assert.notEqual(otherManifest.data.digest, first.data.digest);
  });
});

describe("names that could be taken for something else", () => {
  it("stay names: quotation marks, commas, capitals and words of a query", async () => {
    const odd = ['a"; DROP TABLE x; --', "select", "Cost", "cost", "it's", "row place"];
    const name = 'the "records"';
    const day = field("day", { type: "date" });
    const strange = records(name, "day", [day, ...odd.map((each) => field(each, { type: "whole" as const }))]);
    const sums = odd.map((each) => tally(`sum of ${each}`, name, { aggregate: "sum", field: each }));
    const quoted = ["day", ...odd].map((each) => `"${each.replaceAll('"', '""')}"`);
    const result = await read(contract({ records: [strange], tallies: sums }), {
      "x.csv": `${quoted}\n2026-04-01,1,2,3,4,5,6\n`,
      "data.json": { sources: { [name]: { file: "x.csv", covers } } },
    });
    assert.deepEqual(
      odd.map((each) => reported(result, `sum of ${each}`, "2026-04-01")),
      ["1", "2", "3", "4", "5", "6"],
    );
  });
});

describe("nothing outside the data folder is read", () => {
  it("by a manifest that climbs out of it", async () => {
    for (const file of ["../secret.csv", "/etc/passwd", "in/../../secret.csv", "C:\\x.csv", "..\\x.csv"]) {
      const result = await read(of, withManifest({ file }));
      assert.deepEqual(ids(result), ["outside-folder"], file);
      assert.equal(result.problems[0]!.fatal, true);
    }
    for (const glob of ["../*.csv", "*/spells.csv"]) {
      assert.deepEqual(ids(await read(of, withManifest({ glob }))), ["outside-folder"], glob);
    }
  });

  it("by a symbolic link, to a file or to a folder", async () => {
    await inFolder({}, async (root) => {
      const folder = join(root, "data");
      await mkdir(folder);
      await writeFile(join(root, "spells.csv"), CSV);
      await symlink(join(root, "spells.csv"), join(folder, "spells.csv"));
      assert.deepEqual(ids(await readOutcomeData(of, folder)), ["outside-folder", "file-not-read"]);
      await symlink(root, join(folder, "up"));
      await writeFile(join(folder, "data.json"), JSON.stringify({ sources: { spells: { file: "up/spells.csv" } } }));
      assert.deepEqual(ids(await readOutcomeData(of, folder)), ["outside-folder", "file-not-read"]);
    });
  });

  it("and no message names where the folder stands", async () => {
    await inFolder(
      { "spells.csv": "x\n", "data.json": { sources: { spells: { file: "../x.csv" } } } },
      async (folder) => {
        const result = JSON.stringify(await readOutcomeData(of, folder));
        assert.ok(!result.includes(folder));
      },
    );
  });
});

describe("data.json", () => {
  it("is checked, and what is wrong is said with its place", async () => {
    const wrong = async (manifest: string | object) =>
      (await read(of, { "spells.csv": CSV, "data.json": manifest })).problems.map(({ message }) => message);
    assert.deepEqual(await wrong("{"), ["The file is not JSON"]);
    assert.deepEqual(await wrong({ sources: { spells: { colums: {} } } }), [
      "sources.spells.colums is not a setting of data.json",
    ]);
    assert.match(
      (await wrong({ sources: { spells: { columns: { method: 3 } } } }))[0]!,
      /^sources\.spells\.columns\.method /,
    );
    assert.deepEqual(await wrong({ sources: { spells: { unique: "person" } } }), [
      'sources.spells.unique should be a list, as ["person"]',
    ]);
    assert.match(
      (await wrong({ sources: { spells: { covers: { from: "2026-02-30", to: "2026-03-01" } } } }))[0]!,
      /^sources\.spells\.covers\.from is not a date/,
    );
    assert.match(
      (await wrong({ sources: { spel: {} } }))[0]!,
      /^sources\.spel: the contract reads no figures or records called spel/,
    );
    assert.match(
      (await wrong({ sources: { spells: { columns: { cots: "x" } } } }))[0]!,
      /^sources\.spells\.columns\.cots: /,
    );
    assert.match(
      (await wrong({ sources: { spells: { file: "no.csv" } } }))[0]!,
      /^data\.json names no\.csv, but there is no such file/,
    );
  });

  it("may be named itself, and a place that is not there is a problem", async () => {
    await inFolder({ "spells.csv": CSV, "other.json": { sources: { spells: { covers } } } }, async (folder) => {
      const result = await readOutcomeData(of, join(folder, "other.json"));
      assert.equal(reported(result, "all", "2026-04-01"), "2");
      assert.deepEqual(ids(await readOutcomeData(of, join(folder, "none"))), ["no-such-folder"]);
    });
  });

  it("may say only to which day the data is known", async () => {
    await inFolder({ "spells.csv": CSV, "data.json": { "known-to": "2026-06-30" } }, async (folder) => {
      assert.deepEqual(
        ids(await readOutcomeData(of, folder)).filter((id) => id === "manifest-wrong"),
        [],
      );
    });
  });
});

describe("reading", () => {
  it("stops when it is aborted, with the reason that was given", async () => {
    await inFolder({ "spells.csv": CSV }, async (folder) => {
      const reason = new Error("enough");
      await assert.rejects(readOutcomeData(of, folder, { signal: AbortSignal.abort(reason) }), reason);
      const controller = new AbortController();
      const onProgress = () => controller.abort(reason);
      await assert.rejects(readOutcomeData(of, folder, { signal: controller.signal, onProgress }), reason);
    });
  });

  it("says how far it is", async () => {
    await inFolder({ "spells.csv": CSV }, async (folder) => {
      const told: Progress[] = [];
      await readOutcomeData(of, folder, { onProgress: (progress) => told.push(progress) });
      // Between these it says more where it takes longer.
      const [source, rows] = ["spells.csv", 2];
      const begun = told.filter(({ doing }, index) => doing !== told[index - 1]?.doing);
      assert.deepEqual(begun, [
        { doing: "reading", source, rows: 0 },
        { doing: "checking", source, rows: 0, of: rows },
        { doing: "measuring", source, metric: 2, of: 2 },
      ]);
    });
  });

  it("says so where there is too little memory", async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `p${index},2026-04-01,elective,1,5\n`);
    await inFolder({ "spells.csv": HEADER + rows.join("") }, async (folder) => {
      const result = await readOutcomeData(of, folder, { memoryLimit: "1MB" });
      assert.deepEqual(ids(result), ["too-large"]);
      assert.equal(reported(result, "all", "2026-04-01"), "unknown: spells.csv could not be read");
    });
  });

  it("refuses a limit that is none", async () => {
    await assert.rejects(read2({ memoryLimit: "much" }), RangeError);
  });
});

const read2 = (options: Parameters<typeof readOutcomeData>[2]) =>
  inFolder({ "spells.csv": CSV }, (folder) => readOutcomeData(of, folder, options));
