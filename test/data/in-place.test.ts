import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { type Progress, readOutcomeData } from "@concordat/data";
import type { ContractModel, FieldType } from "@concordat/model";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { contract, field, records, tally } from "./contract.js";
import { asides, ids, inFolder, reported } from "./folder.js";

const optional = (name: string, type: FieldType) => ({ ...field(name, type), mayBeMissing: true });
const stays = records("stays", "day", [
  field("person", { type: "pseudonym" }),
  field("day", { type: "date" }),
  optional("until", { type: "date" }),
  field("kind", { type: "category", values: ["planned", "urgent"] }),
  optional("cost", { type: "money" }),
  field("days", { type: "whole", from: "0", to: "30" }),
  field("score", { type: "number", from: "-5" }),
  field("part", { type: "percentage", fraction: false }),
  field("again", { type: "truth" }),
]);
const of: ContractModel = contract({
  term: { from: "2026-04-01", to: "2028-03-31" },
  records: [stays],
  tallies: [
    tally("all", "stays"),
    tally("people", "stays", { aggregate: "people", field: "person" }),
    tally("cost", "stays", { aggregate: "sum", field: "cost" }),
    tally("middle", "stays", { aggregate: "median", field: "days" }),
    tally("score", "stays", { aggregate: "sum", field: "score" }),
    tally("part", "stays", { aggregate: "maximum", field: "part" }),
  ],
});

/** How each column is typed, and the cells that it may hold: values, and what is none or none as it stands. */
const CELLS = {
  person: ["VARCHAR", "p1", "p2", "p3", " p1", "p2\u00a0", "", null],
  day: ["DATE", "2026-04-01", "2026-12-31", "2027-04-01", "2026-04-01", "1700-01-01", "2028-04-01", null],
  until: [
    "TIMESTAMP",
    "2026-04-02 00:00:00",
    "2027-01-01 00:00:00",
    null,
    "2026-04-02 10:00:00",
    "2400-01-01 00:00:00",
  ],
  kind: ["VARCHAR", "planned", "urgent", "planned", "Urgent", " planned", "other", "", null],
  cost: ["DECIMAL(12, 3)", "0.100", "12.340", null, "1.005", "-1.000"],
  days: ["SMALLINT", "0", "7", "30", "8", "31", "-1", null],
  score: ["DECIMAL(9, 4)", "-5.0000", "1.2500", "3.0000", "-5.0001", null],
  part: ["DECIMAL(5, 1)", "12.5", "100.0", "0.0", null],
  again: ["BOOLEAN", "true", "false", null],
} as const;
const NAMES = Object.keys(CELLS) as (keyof typeof CELLS)[];

type Row = readonly (string | null)[];
/** Mostly values: a row in which everything is wrong says little. */
const row = fc.tuple(
  ...NAMES.map((name) => {
    const [, first, second, ...rest] = CELLS[name];
    return fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom<string | null>(first, second) },
      { weight: 1, arbitrary: fc.constantFrom<string | null>(...rest) },
    );
  }),
);

async function write(path: string, rows: readonly Row[], more = "", times = ""): Promise<void> {
  const cells = (each: Row) => each.map((cell) => (cell === null ? "NULL" : `'${cell}'`)).join(", ");
  const typed = NAMES.map((name) => `CAST(${name} AS ${CELLS[name][0]}) AS ${name}`).join(", ");
  const none = `(${NAMES.map(() => "NULL").join(", ")})`;
  const values = rows.length === 0 ? `VALUES ${none}` : `VALUES ${rows.map((each) => `(${cells(each)})`).join(", ")}`;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const from = `(${values}) AS rows (${NAMES.join(", ")})${times}${rows.length === 0 ? " WHERE false" : ""}`;
  await connection.run(`COPY (SELECT ${typed}${more} FROM ${from}) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}

const manifest = { sources: { stays: { glob: "stays-*.parquet", covers: { from: "2026-04-01", to: "2028-03-31" } } } };
const resultOf = (parts: readonly (readonly Row[])[], more = "") =>
  inFolder({ "data.json": manifest }, async (folder) => {
    for (const [number, rows] of parts.entries()) await write(join(folder, `stays-${number}.parquet`), rows, more);
    const { data, quarantine, problems } = await readOutcomeData(of, folder);
    return { values: data.values, quality: data.quality, quarantine, problems };
  });
/** A file with such a column cannot be read where it lies: its cells are written out as text, and read from that. */
const AS_TEXT = ", 1 AS file_row_number";

describe("typed rows that are used where they lie", function () {
  this.timeout(300_000);

  it("come to the same as their text does: values, and each row that is set aside with its reason", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 40 }), fc.array(row, { maxLength: 10 }), async (rows, others) => {
        // Some stand there twice, also in two files.
        const parts = [
          [...rows, ...rows.slice(0, 3)],
          [...others, ...rows.slice(1, 2)],
        ];
        assert.deepEqual(await resultOf(parts), await resultOf(parts, AS_TEXT));
      }),
      { numRuns: 12 },
    );
  });

  // Equal rows have the same number, as a record that was sent twice has.
  const NUMBERED = `, hash(${NAMES.join(", ")}) AS number`;

  it("come to the same where a column tells records apart, and some of them stand in two files", async () => {
    const different = fc.uniqueArray(row, { maxLength: 30, selector: (cells) => JSON.stringify(cells) });
    await fc.assert(
      fc.asyncProperty(different, different, async (rows, others) => {
        const parts = [rows, [...others, ...rows.slice(1, 4), ...rows.slice(2, 3)]];
        assert.deepEqual(await resultOf(parts, NUMBERED), await resultOf(parts, NUMBERED + AS_TEXT));
      }),
      { numRuns: 6 },
    );
  });

  it("are compared cell by cell where numbers of records come again with other cells", () =>
    inFolder({ "data.json": manifest }, async (folder) => {
      const numbers = " CROSS JOIN range(12000) AS numbers (number)";
      await write(join(folder, "stays-0.parquet"), [good], ", number, number AS told", numbers);
      const told = "CASE WHEN number < 7 THEN number ELSE number + 1 END AS told";
      await write(join(folder, "stays-1.parquet"), [good], `, number, ${told}`, numbers);
      const { data, quarantine } = await readOutcomeData(of, folder);
      assert.deepEqual(
        data.quality.map(({ read, used }) => [read, used]),
        [
          [12_000, 12_000],
          [12_000, 11_993],
        ],
      );
      assert.deepEqual(
        quarantine.map(({ reason }) => reason),
        [1, 2, 3, 4, 5, 6, 7].map((place) => `the same row stands at row ${place} of stays-0.parquet`),
      );
    }));

  const good: Row = ["p1", "2026-04-01", null, "urgent", "1.000", "3", "1.0000", "50.0", "true"];
  const but = (name: keyof typeof CELLS, cell: string | null): Row =>
    good.map((each, index) => (NAMES[index] === name ? cell : each));

  it("are set aside one by one, and what is meant all the same is taken", async () => {
    const rows = [good, but("days", "31"), but("kind", "Urgent"), good, but("cost", "1.005"), but("person", " p2")];
    const result = await resultOf([rows]);
    assert.deepEqual(
      result.quarantine.map(({ row, column, reason }) => `${row} ${column ?? ""} ${reason}`),
      ["2 days is not from 0 to 30", "4  the same row stands at row 1", "5 cost has more than 2 decimals"],
    );
    assert.deepEqual(result.quality, [{ name: "stays", file: "stays-0.parquet", read: 6, used: 3, quarantined: 3 }]);
    const value = (name: string) =>
      result.values.find((each) => each.name === name && each.from === "2026-04-01")?.value;
    assert.deepEqual(["all", "people", "cost"].map(value), ["3", "2", "3"]);
  });

  it("are not used where the file changes while it is read", () =>
    inFolder({ "data.json": manifest }, async (folder) => {
      const path = join(folder, "stays-0.parquet");
      await write(path, [good]);
      const onProgress = ({ doing }: Progress) => {
        if (doing === "measuring") appendFileSync(path, "\n");
      };
      const result = await readOutcomeData(of, folder, { onProgress });
      assert.deepEqual(ids(result), ["file-changed"]);
      assert.match(reported(result, "all", "2026-04-01"), /could not be read/);
      assert.deepEqual(asides(result), []);
    }));
});
