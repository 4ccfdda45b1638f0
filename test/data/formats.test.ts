import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readOutcomeData } from "@concordat/data";
import { settle } from "@concordat/model";
import { DuckDBInstance } from "@duckdb/node-api";
import { contract, field, figure, records, tally } from "./contract.js";
import { asides, find, ids, inFolder, read, reported } from "./folder.js";
import { spellsContract } from "./spells-contract.js";
import { type WrittenCell, workbookParts, zip } from "./workbook-file.js";

/** Writes tables with the engine that others write theirs with: `select` names the columns and their types. */
async function written(folder: string, name: string, select: string, options = ""): Promise<Buffer> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`COPY (${select}) TO '${join(folder, name)}'${options}`);
  connection.closeSync();
  instance.closeSync();
  return readFile(join(folder, name));
}

/** The statement without what names the files it is from. */
const statementOf = async (folder: string, name: string): Promise<string> => {
  const model = await spellsContract();
  const { data, problems } = await readOutcomeData(model, folder);
  assert.deepEqual(
    problems.filter(({ fatal }) => fatal),
    [],
  );
  const statement = settle(model, { ...data, digest: "" }, { software: "test", contractDigest: "" });
  return JSON.stringify(statement).replaceAll(name, "spells");
};

const CSV = `person,discharged,method,cost,note
p1,2026-04-01,elective,1234.50,"a, b"
p2,2026-04-02,emergency,0.10,"two
lines"
p3,2026-05-03,emergency,7.00,
p3,2026-05-03,emergency,7.00,
p4,2026-05-04,elective,1234567890123.45,"said ""yes"""
p5,2026-06-05,other,3,x
`;
const number = (digits: string, style = 0): WrittenCell => ({ raw: `s="${style}"><v>${digits}</v>` });
/** The same rows in a sheet; 46113 is 1 April 2026. */
const SHEET: [number, WrittenCell[]][] = [
  [1, ["person", "discharged", "method", "cost", "note"]],
  [2, ["p1", number("46113", 1), "elective", number("1234.5"), "a, b"]],
  [3, ["p2", number("46114", 1), "emergency", number("0.10000000000000001"), "two\nlines"]],
  [4, ["p3", number("46145", 1), "emergency", number("7")]],
  [5, ["p3", number("46145", 1), "emergency", number("7")]],
  [6, ["p4", number("46146", 1), "elective", number("1234567890123.45"), 'said "yes"']],
  [7, ["p5", number("46178", 1), "other", number("3"), "x"]],
];
const COVERS = { from: "2026-04-01", to: "2027-03-31" };

describe("one table in several formats", function () {
  this.timeout(300_000);
  it("gives the same statement from CSV, Parquet, JSON, JSON lines and a workbook", async () => {
    await inFolder({ "all.csv": CSV }, async (folder) => {
      const all = `SELECT * FROM read_csv('${join(folder, "all.csv")}', header = true, columns = {'person': 'VARCHAR',
        'discharged': 'DATE', 'method': 'VARCHAR', 'cost': 'DECIMAL(18, 4)', 'note': 'VARCHAR'})`;
      const files: Record<string, Buffer> = {
        "spells.csv": Buffer.from(CSV),
        "spells.csv.gz": gzipSync(CSV),
        "spells.parquet": await written(folder, "x.parquet", all, " (FORMAT parquet)"),
        "spells.jsonl": await written(folder, "x.jsonl", all, " (FORMAT json)"),
        "spells.json": await written(folder, "x.json", all, " (FORMAT json, ARRAY true)"),
      };
      files["spells.xlsx"] = zip(workbookParts({ Spells: SHEET }));
      files["spells.jsonl.gz"] = gzipSync(files["spells.jsonl"]!);
      files["spells.json.gz"] = gzipSync(files["spells.json"]!);
      const statements = new Map<string, string[]>();
      for (const [name, bytes] of Object.entries(files)) {
        const manifest = { sources: { spells: { covers: COVERS } } };
        const said = await inFolder({ [name]: bytes, "data.json": manifest }, (place) => statementOf(place, name));
        statements.set(said, [...(statements.get(said) ?? []), name]);
      }
      assert.deepEqual([...statements.values()], [Object.keys(files)]);
      assert.match([...statements.keys()][0]!, /1234567891365\.05/);
    });
  });
});

const plain = records("spells", "day", [field("day", { type: "date" }), field("cost", { type: "money" })]);
const of = contract({ records: [plain], tallies: [tally("cost", "spells", { aggregate: "sum", field: "cost" })] });
const covers = { "data.json": { sources: { spells: { covers: { from: "2026-04-01", to: "2029-03-31" } } } } };
const costOf = async (files: Parameters<typeof read>[1]) =>
  reported(await read(of, { ...covers, ...files }), "cost", "2026-04-01");

describe("JSON", () => {
  it("keeps the digits of a number as they are written", async () => {
    assert.equal(
      await costOf({ "spells.jsonl": '{"day":"2026-04-01","cost":1234567890123456.78}\n' }),
      "1234567890123456.78",
    );
    assert.equal(
      await costOf({
        "spells.json": ' [{"cost" : 0.10 , "day":"2026-04-01"} ,\n{"day":"2026-05-01","cost":"£0.20"}]\n',
      }),
      "0.3",
    );
  });

  it("sets aside what is no record, by its line, and counts it", async () => {
    const lines = [
      '{"day":"2026-04-01","cost":1}',
      "",
      '{"day":"2026-04-02","cost":',
      "[1]",
      '{"day":"2026-04-03","cost":2,"cost":3}',
      '{"day":"2026-04-04"}',
      '{"day":"2026-04-05","cost":1e2}',
      '{"day":"2026-04-06","cost":{"pounds":1}}',
    ];
    const result = await read(of, { ...covers, "spells.jsonl": lines.join("\n") });
    assert.deepEqual(asides(result), [
      "spells.jsonl, row 3: is not JSON",
      "spells.jsonl, row 4: is not an object",
      "spells.jsonl, row 5: has the same name twice",
      "spells.jsonl, row 6, cost: is empty",
      'spells.jsonl, row 7, cost "1e2": is not an amount of money; write 1234.50 or £1,234.50',
      'spells.jsonl, row 8, cost "{"pounds":1}": is not an amount of money; write 1234.50 or £1,234.50',
    ]);
    assert.deepEqual(result.data.quality, [{ name: "spells", file: "spells.jsonl", read: 7, used: 1, quarantined: 6 }]);
    assert.equal(reported(result, "cost", "2026-04-01"), "1");
  });

  it("is not read at all where it is no list from end to end", async () => {
    const one = '{"day":"2026-04-01","cost":1}';
    for (const [text, id] of [
      [one, "not-a-list"],
      [`[${one}`, "not-a-list"],
      [`[${one},]`, "not-a-list"],
      [`[${one}] x`, "not-a-list"],
      ["[]", "no-records"],
      ["", "not-a-list"],
    ] as const) {
      const result = await read(of, { ...covers, "spells.json": text });
      assert.deepEqual(ids(result), [id], text);
      assert.equal(result.problems[0]!.fatal, true);
    }
    const latin = Buffer.from('{"day":"2026-04-01","cost":"£1"}', "latin1");
    assert.deepEqual(ids(await read(of, { ...covers, "spells.jsonl": latin })), ["encoding"]);
  });
});

describe("Parquet", () => {
  const costFrom = async (select: string): Promise<string> =>
    inFolder({}, async (folder) => {
      const bytes = await written(folder, "x.parquet", select, " (FORMAT parquet)");
      const result = await read(of, { ...covers, "spells.parquet": bytes });
      return ids(result).length > 0 ? ids(result).join() : reported(result, "cost", "2026-04-01");
    });

  it("gives decimals, text and midnights as they are meant", async () => {
    assert.equal(await costFrom("SELECT DATE '2026-04-01' AS day, 12.3400::DECIMAL(18, 4) AS cost"), "12.34");
    assert.equal(await costFrom("SELECT TIMESTAMP '2026-04-01 00:00:00' AS day, '£1,200.5' AS cost"), "1200.5");
    assert.equal(await costFrom("SELECT '2026-04-01' AS day, 1000::BIGINT AS cost"), "1000");
    assert.equal(await costFrom("SELECT DATE '2026-04-01' AS day, 0.001::DECIMAL(9, 3) AS cost"), "rows-quarantined");
    assert.equal(await costFrom("SELECT TIMESTAMP '2026-04-01 10:00:00' AS day, 1 AS cost"), "rows-quarantined");
  });

  it("reads no money from binary fractions", async () => {
    assert.equal(await costFrom("SELECT DATE '2026-04-01' AS day, 12.34::DOUBLE AS cost"), "binary-fractions");
    assert.equal(await costFrom("SELECT DATE '2026-04-01' AS day, 12::FLOAT AS cost"), "binary-fractions");
  });

  it("reads whole numbers from them, where they are whole", async () => {
    const homes = contract({ figures: [figure("homes", { type: "count", noun: "homes" })] });
    await inFolder({}, async (folder) => {
      const select =
        "SELECT * FROM (VALUES ('2026/27 Q1', 12::DOUBLE), ('2026/27 Q2', 12.5::DOUBLE)) AS t (period, homes)";
      const bytes = await written(folder, "x.parquet", select, " (FORMAT parquet)");
      const result = await read(homes, { "homes.parquet": bytes });
      assert.equal(reported(result, "homes", "2026-04-01"), "12");
      assert.equal(find(result, "homes", "2026-04-01")?.origin, "homes.parquet, row 1");
      assert.deepEqual(asides(result), ['homes.parquet, row 2, homes "12.5": has decimals, and a count has none']);
    });
  });

  it("is not read where it is none", async () => {
    const result = await read(of, { ...covers, "spells.parquet": "day,cost\n2026-04-01,1\n" });
    assert.deepEqual(
      result.problems.map(({ message }) => message),
      ["The file cannot be read as Parquet"],
    );
  });
});

describe("several files for one table", () => {
  const manifest = (entry: object) => ({
    "data.json": { sources: { spells: { ...covers["data.json"].sources.spells, ...entry } } },
  });
  const january = "day,cost\n2026-04-01,1\n";
  const february = '{"cost":"2","day":"2026-04-02"}\n';

  it("are read as one, whatever their formats", async () => {
    const files = { "a.csv": january, "b.jsonl": february };
    assert.equal(await costOf({ ...files, ...manifest({ files: ["a.csv", "b.jsonl"] }) }), "3");
    assert.equal(await costOf({ "x-1.csv": january, "x-2.jsonl": february, ...manifest({ glob: "x-*" }) }), "3");
  });

  it("must all be there, and inside the folder, and be said once", async () => {
    const problems = async (entry: object) => ids(await read(of, { "a.csv": january, ...manifest(entry) }))[0];
    assert.equal(await problems({ files: ["a.csv", "b.csv"] }), "named-file-missing");
    assert.equal(await problems({ files: ["a.csv", "../b.csv"] }), "outside-folder");
    assert.equal(await problems({ files: ["a.csv"], glob: "*.csv" }), "file-or-glob");
  });

  it("by convention there is one, in one format", async () => {
    const result = await read(of, { "spells.csv": january, "spells.jsonl": february });
    assert.equal(ids(result)[0], "two-files");
  });
});

describe("CSV of other programs", () => {
  it("is read in the UTF-16 of spreadsheets, where the manifest says so", async () => {
    const bytes = Buffer.from("\ufeffday\tcost\r\n2026-04-01\t£1.50\r\n", "utf16le");
    const entry = { encoding: "utf-16le", delimiter: "\t", covers: { from: "2026-04-01", to: "2029-03-31" } };
    assert.equal(await costOf({ "spells.csv": bytes, "data.json": { sources: { spells: entry } } }), "1.5");
  });

  it("says what is amiss with a number in brackets", async () => {
    const numbers = records("spells", "day", [field("day", { type: "date" }), field("cost", { type: "number" })]);
    const result = await read(contract({ records: [numbers] }), { "spells.csv": 'day,cost\n2026-04-01,"(1,234)"\n' });
    assert.deepEqual(asides(result), [
      'spells.csv, row 2, cost "(1,234)": stands in brackets; write a minus where it is below 0',
    ]);
  });
});
