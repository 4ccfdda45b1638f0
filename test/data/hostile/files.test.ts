import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { contract, spells, tally } from "../contract.js";
import { workbookParts, zip } from "../workbook-file.js";
import { readInChild, type Said, writeLong } from "./in-child.js";

const of = contract({ records: [spells], tallies: [tally("all", "spells")] });
const HEADER = "person,discharged,method,age,cost\n";
const GOOD = "p1,2026-04-01,elective,1,5\n";
const MB = "x".repeat(1_000_000);

describe("a file that is made to do harm", function () {
  this.timeout(300_000);
  let place: string;
  let folder: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "concordat-test-"));
    folder = join(place, "data");
    mkdirSync(folder);
  });
  afterEach(() => rmSync(place, { recursive: true }));
  const path = (name: string): string => join(folder, name);
  const read = (): Promise<Said> => readInChild(of, folder);
  const fatal = async (): Promise<string[]> =>
    (await read()).problems.filter((problem) => problem.fatal).map(({ id }) => id);

  describe("a line without an end", () => {
    const LINE = 30;
    it("is set aside in a CSV file, and the rows around it are used", async () => {
      await writeLong(path("spells.csv"), HEADER + GOOD, MB, 20, `\n${GOOD.replace("p1", "p2")}`);
      const { quality, quarantine } = await read();
      assert.deepEqual(quality, [{ name: "spells", file: "spells.csv", read: 3, used: 2, quarantined: 1 }]);
      assert.deepEqual(quarantine, [{ file: "spells.csv", row: 3, reason: "is longer than 2 million characters" }]);
    });

    it("is told, with its row, where the rows around it cannot be told from it", async () => {
      await writeLong(path("spells.csv"), HEADER + GOOD, MB, 70, `\n${GOOD.replace("p1", "p2")}`);
      const { problems } = await read();
      assert.deepEqual(
        problems.map(({ message }) => message),
        ["Row 3 is longer than 2 million characters, so it is no row of a table"],
      );
    });

    it("is set aside inside quotation marks too", async () => {
      await writeLong(path("spells.csv"), `${HEADER}${GOOD}"`, MB, LINE, `",2026-04-01,elective,1,5\n`);
      const { quality } = await read();
      assert.deepEqual(quality, [{ name: "spells", file: "spells.csv", read: 2, used: 1, quarantined: 1 }]);
    });

    it("is no header", async () => {
      await writeLong(path("spells.csv"), "", MB, LINE);
      assert.deepEqual(await fatal(), ["header-too-long"]);
    });

    it("is set aside among JSON lines", async () => {
      const good = '{"person":"p1","discharged":"2026-04-01","method":"elective","age":1,"cost":5}\n';
      await writeLong(path("spells.jsonl"), `${good}{"person":"`, MB, LINE, `"}\n`);
      const { quality, quarantine } = await read();
      assert.deepEqual(quality, [{ name: "spells", file: "spells.jsonl", read: 2, used: 1, quarantined: 1 }]);
      assert.equal(quarantine[0]?.reason, "is longer than 2 million characters");
    });

    it("is no record of a JSON list", async () => {
      await writeLong(path("spells.json"), '[{"person":"', MB, LINE, '"}]');
      assert.deepEqual(await fatal(), ["no-records"]);
    });

    it("is no text of a workbook", async () => {
      const parts = workbookParts({ Spells: [[1, [{ raw: 't="inlineStr"><is><t>x</t></is>' }]]] });
      const sheet = "xl/worksheets/sheet1.xml";
      // Digits that do not repeat, so that they do not pack to nothing.
      const digits = Array.from({ length: 2_500_000 }, (_, index) => (index * 7_919).toString(16)).join("");
      parts[sheet] = parts[sheet]!.replace("<t>x", `<t>${digits}`);
      writeFileSync(path("spells.xlsx"), zip(parts));
      assert.deepEqual(await fatal(), ["workbook-too-large"]);
    });
  });

  it("with a million columns is no table", async () => {
    await writeLong(path("spells.csv"), "a", ",a", 1_000_000, `\n${",".repeat(1_000_000)}\n`);
    assert.deepEqual(await fatal(), ["header-too-long"]);
    rmSync(path("spells.csv"));
    await writeLong(path("spells.csv"), HEADER + GOOD, ",".repeat(1_000_000), 1, `\n`);
    const { quality } = await read();
    assert.deepEqual(quality, [{ name: "spells", file: "spells.csv", read: 2, used: 1, quarantined: 1 }]);
    rmSync(path("spells.csv"));
    const names = Array.from({ length: 100_000 }, (_, index) => `"c${index}":1`);
    writeFileSync(path("spells.jsonl"), `{${names.join(",")}}\n`);
    assert.deepEqual(await fatal(), ["header-too-long"]);
  });

  it("with brackets in brackets in brackets is no record", async () => {
    const deep = "[".repeat(900_000);
    writeFileSync(path("spells.jsonl"), `{"person":${deep}${"]".repeat(900_000)}}\n{"person":${deep}\n`);
    const { quality, quarantine } = await read();
    assert.equal(quality[0]?.used ?? 0, 0);
    assert.ok(quarantine.every(({ reason }) => reason.length < 200));
    rmSync(path("spells.jsonl"));
    writeFileSync(path("spells.json"), `[${"[".repeat(5_000_000)}`);
    assert.deepEqual(await fatal(), ["not-a-list"]);
  });

  it("that unpacks to far more than a table is not unpacked", async () => {
    // 54 MB of rows, in an eighth of one.
    await writeLong(path("plain"), HEADER, GOOD.repeat(20_000), 100);
    for (const name of ["spells.csv.gz", "spells.jsonl.gz"]) {
      await pipeline(createReadStream(path("plain")), createGzip(), createWriteStream(path(name)));
      assert.deepEqual(await fatal(), ["unpacks-too-far"], name);
      rmSync(path(name));
    }
  });

  it("that unpacks to far more than a sheet is not unpacked", async () => {
    const parts = workbookParts({ Spells: [[1, ["person"]]] });
    const sheet = "xl/worksheets/sheet1.xml";
    parts[sheet] = parts[sheet]!.replace("</sheetData>", `${" ".repeat(55_000_000)}</sheetData>`);
    writeFileSync(path("spells.xlsx"), zip(parts));
    assert.deepEqual(await fatal(), ["workbook-too-large"]);
  });

  it("that is no file is not opened", async function () {
    if (process.platform === "win32") this.skip();
    execFileSync("mkfifo", [path("spells.csv")]);
    assert.deepEqual(await fatal(), ["not-a-file"]);
    rmSync(path("spells.csv"));
    for (const device of ["/dev/zero", "/dev/stdin"]) {
      symlinkSync(device, path("spells.csv"));
      assert.deepEqual(await fatal(), ["outside-folder"], device);
      rmSync(path("spells.csv"));
    }
    mkdirSync(path("spells.parquet"));
    assert.deepEqual(await fatal(), ["not-a-file"]);
    rmSync(path("spells.parquet"), { recursive: true });
    execFileSync("mkfifo", [path("data.json")]);
    assert.deepEqual(await fatal(), ["not-a-file"]);
  });
});
