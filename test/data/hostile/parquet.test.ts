import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { contract, spells, tally } from "../contract.js";
import { readInChild } from "./in-child.js";

const COUNT = 24;
/** The same damage every time. */
function randomFrom(seed: number): (under: number) => number {
  let state = seed;
  return (under) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * under);
  };
}

describe("a Parquet file that is not what it says", function () {
  this.timeout(300_000);
  let place: string;
  let sound: Buffer;
  const names = Array.from({ length: COUNT }, (_, index) => `spells-${index}`);
  /** Each file is a source of its own, so that one process reads all. */
  const of = contract({
    records: names.map((name) => ({ ...spells, name })),
    tallies: names.flatMap((name) => [
      tally(`${name} all`, name),
      tally(`${name} cost`, name, { aggregate: "sum", field: "cost" }),
    ]),
  });

  before(async () => {
    place = mkdtempSync(join(tmpdir(), "concordat-test-"));
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const file = join(place, "sound.parquet");
    await connection.run(`COPY (SELECT 'p' || (i % 50) AS person, DATE '2026-04-01' + CAST(i % 300 AS INTEGER) AS discharged,
      CASE WHEN i % 3 = 0 THEN 'elective' ELSE 'emergency' END AS method, CAST(i % 100 AS INTEGER) AS age,
      CAST(i % 1000 AS DECIMAL(12, 2)) AS cost FROM range(3000) AS numbers (i)) TO '${file}' (FORMAT parquet, COMPRESSION zstd)`);
    connection.closeSync();
    instance.closeSync();
    sound = readFileSync(file);
  });
  after(() => rmSync(place, { recursive: true }));

  async function ids(damage: (index: number) => Buffer): Promise<string[][]> {
    const folder = join(place, "data");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [index, name] of names.entries()) writeFileSync(join(folder, `${name}.parquet`), damage(index));
    const { problems, quality } = await readInChild(of, folder);
    for (const { read, used, quarantined } of quality) assert.equal(read, used + quarantined);
    return names.map((name) =>
      problems.filter(({ file, fatal }) => fatal && file === `${name}.parquet`).map(({ id }) => id),
    );
  }

  it("is not used where it breaks off", async () => {
    const found = await ids((index) => sound.subarray(0, Math.floor((sound.length * index) / COUNT)));
    assert.deepEqual(new Set(found.flat()), new Set(["unreadable"]));
    assert.ok(found.every(({ length }) => length === 1));
  });

  it("is not used where it says that its last part is longer than the file, or nothing", async () => {
    const lengths = [0, 1, 0x7fff_ffff, 0xffff_ffff, sound.length, sound.length + 1];
    const found = await ids((index) => {
      const bytes = Buffer.from(sound);
      bytes.writeUInt32LE(lengths[index % lengths.length]!, bytes.length - 8);
      return bytes;
    });
    assert.deepEqual(new Set(found.flat()), new Set(["unreadable"]));
    assert.ok(found.every(({ length }) => length === 1));
  });

  it("is read or is not, but stops nobody, where its bytes are damaged", async () => {
    const random = randomFrom(20_260_401);
    const found = await ids((index) => {
      const bytes = Buffer.from(sound);
      // Half of them in what is said of the columns, their sizes and their places, which stands at the end.
      const from = index % 2 === 0 ? bytes.length - 700 : 0;
      for (let time = 0; time <= index % 3; time++) bytes[from + random(bytes.length - from)] = random(256);
      return bytes;
    });
    const known = ["unreadable", "column-missing", "binary-fractions", "too-large", "rows-uncertain"];
    assert.deepEqual(
      found.flat().filter((id) => !known.includes(id)),
      [],
    );
    assert.ok(found.flat().length > 0);
  });
});
