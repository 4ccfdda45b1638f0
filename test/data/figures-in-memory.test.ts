import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type DataResult, readOutcomeData } from "@concordat/data";
import { type GivenFile, readFiguresInMemory } from "@concordat/data/figures";
import type { ContractModel, FieldType } from "@concordat/model";
import { build } from "esbuild";
import fc from "fast-check";
import { root } from "../examples/support/root.js";
import { cases } from "../support/measure.js";
import { contract, field, figure, participants, records, tally } from "./contract.js";
import { asides, ids, inFolder, reported } from "./folder.js";

type Files = Readonly<Record<string, string | Buffer | object>>;

/** The same files read twice: from a folder by the data engine, and from memory without it. */
async function both(of: ContractModel, files: Files): Promise<{ disk: DataResult; memory: DataResult }> {
  return inFolder(files, async (folder) => {
    const given: GivenFile[] = [];
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      given.push({ name: path.slice(folder.length + 1), content: await readFile(path) });
    }
    return {
      disk: await readOutcomeData(of, folder),
      memory: await readFiguresInMemory(of, given, basename(folder)),
    };
  });
}

async function same(of: ContractModel, files: Files): Promise<DataResult> {
  const { disk, memory } = await both(of, files);
  assert.deepEqual(memory, disk, JSON.stringify(files));
  return memory;
}

const TYPES: Readonly<Record<string, FieldType>> = {
  homes: { type: "count" },
  cost: { type: "money" },
  uptake: { type: "percentage", fraction: false },
  part: { type: "percentage", fraction: true },
  score: { type: "number", from: "0", to: "100" },
  staff: { type: "whole", from: "1", to: "50" },
  open: { type: "truth" },
  begun: { type: "date" },
};
const of = contract({
  participants: [participants("practice", "riverside", "hillside")],
  figures: [
    ...Object.entries(TYPES).map(([name, type]) => figure(name, type, { file: "all" })),
    ...["list", "visits"].map((name) => figure(name, { type: "count" }, { file: "each", axes: ["practice"] })),
    figure("alone", { type: "money" }, { each: "year" }),
    figure("once", { type: "count" }, { timing: "once" }),
  ],
});

/** What people write into cells, rightly and wrongly. */
const cell = fc.constantFrom(
  ...["", " ", "1", "12", "-3", "007", "1,234", "1,234.50", "£1,234.50", "£ 5", "$5", "(1,234)", "12.345", "0.5"],
  ...["79.4%", "79.4", "101", "1e5", "99999999999999999999", "0.1234567890123456789", "yes", "N", "true", "maybe"],
  ...["2026-04-30", "2026-02-30", "30/04/2026", "2026-04-30T00:00", "1849-12-31", "riverside", "hillside", "lakeside"],
  ...["a\nb", 'say "so"', "Â£5", " 12 ", "\u00a07", "1.234,56", "12,5", "1.234", "=1+1"],
);
const period = fc.constantFrom(
  ...[
    "2026/27 Q1",
    "2026/27 Q2",
    "2026/27 Q3",
    "2026/27",
    "April 2026",
    "2026-04",
    "2031/32 Q1",
    "last year",
    "",
    "Q1",
  ],
);
const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const table = (columns: readonly string[], first: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .record({
      rows: fc.array(
        fc.tuple(first, fc.array(cell, { minLength: columns.length - 1, maxLength: columns.length - 1 })),
        {
          maxLength: 8,
        },
      ),
      odd: fc.constantFrom("", "", "", "\n", "1,2\n", `"a"b${",".repeat(columns.length - 1)}\n`, `${",".repeat(40)}\n`),
      ending: fc.constantFrom("\n", "\n", "\r\n"),
      mark: fc.constantFrom("", "", "\ufeff"),
      twice: fc.boolean(),
    })
    .map(({ rows, odd, ending, mark, twice }) => {
      const lines = rows.map(([label, cells]) => `${[label, ...cells].map(quoted).join(",")}\n`);
      const text = [`${columns.join(",")}\n`, ...lines, odd, ...(twice ? lines.slice(0, 1) : [])].join("");
      return mark + text.replaceAll("\n", ending);
    });

const tables = fc.record({
  all: table(["period", ...Object.keys(TYPES)], period),
  each: table(["period", "practice", "list", "visits"], period),
  alone: table(["period", "value"], period),
  once: table(["once"], fc.constantFrom("5", "6", "x", "")),
});

describe("figures that are read in memory", function () {
  this.timeout(300_000);

  it("are those that the data engine reads: the same values, rows set aside, reasons, problems and digest", async () => {
    await fc.assert(
      fc.asyncProperty(tables, async ({ all, each, alone, once }) => {
        await same(of, { "all.csv": all, "each.csv": each, "alone.csv": alone, "once.csv": once });
      }),
      { numRuns: cases(100) },
    );
  });

  const only = contract({ figures: [figure("cost", { type: "money" })] });
  const COST = 'period,cost\n2026/27 Q1,"£1,234.50"\n2026/27 Q2,x\n';

  it("come as a person would expect", async () => {
    const result = await same(only, { "cost.csv": COST });
    assert.equal(reported(result, "cost", "2026-04-01"), "1234.5");
    assert.deepEqual(asides(result), [
      'cost.csv, row 3, cost "x": is not an amount of money; write 1234.50 or £1,234.50',
    ]);
  });

  it("follow data.json as on a disk: names, columns, dates, delimiters, encodings, globs", async () => {
    const dated = contract({ figures: [figure("begun", { type: "date" }), figure("cost", { type: "money" })] });
    const manifests: object[] = [
      { sources: { cost: { file: "below/c.csv", delimiter: ";", columns: { period: "When", cost: "Spent" } } } },
      { sources: { begun: { dateFormat: "dd/mm/yyyy" }, cost: { glob: "below/*.csv", delimiter: ";" } } },
      { sources: { cost: { files: ["below/c.csv", "nothing.csv"] } } },
      { sources: { cost: { file: "../outside.csv" }, costs: {} } },
      { sources: { cost: { file: "latin.csv", encoding: "windows-1252" } } },
      { sources: { cost: { file: "latin.csv" } } },
      { sources: { cost: { glob: "*", file: "x" } }, other: 1 },
    ];
    for (const manifest of manifests) {
      await same(dated, {
        "data.json": manifest,
        "begun.csv": "period,begun\n2026/27 Q1,30/04/2026\n2026/27 Q2,2026-05-01\n",
        "below/c.csv": "When;Spent\n2026/27 Q1;5\n",
        "latin.csv": Buffer.from("period,cost\n2026/27 Q1,£5\n", "latin1"),
        "stray.csv": "a\n",
      });
    }
  });

  it("say what is wrong with a file as a whole", async () => {
    const wrong = [
      "",
      "\n",
      "period,cost,cost\n",
      'period,cost\n2026/27 Q1,"5\n',
      "period\n",
      "cost\n1\n",
      "a,b,c\n1,2\n3,4\n",
    ];
    for (const text of wrong) await same(only, { "cost.csv": text });
    await same(only, {});
    await same(only, { "data.json": "no JSON", "cost.csv": COST });
  });

  it("say what only the program can read, and settle nothing on it", async () => {
    const with_ = contract({
      figures: [figure("cost", { type: "money" })],
      records: [records("spells", "day", [field("day", { type: "date" })])],
      tallies: [tally("spells", "spells")],
    });
    const read = async (files: Files) => {
      const { memory } = await both(with_, { "cost.csv": COST, ...files });
      return memory;
    };
    const without = await read({});
    assert.ok(
      without.problems.every(({ fatal }) => !fatal),
      "records that are not there are not reported, as on a disk",
    );
    const database = { databases: { a: { host: "h", database: "d", user: "u" } } };
    for (const files of [
      { "spells.csv": "day\n2026-04-01\n" },
      { "data.json": { sources: { cost: { file: "cost.xlsx" } } }, "cost.xlsx": "PK" },
      { "data.json": { ...database, sources: { cost: { table: "cost" } } } },
      { "data.json": { sources: { cost: { unique: ["period"] } } } },
    ]) {
      const result = await read(files);
      assert.ok(ids(result).includes("needs-program"), JSON.stringify(files));
      assert.ok(result.problems.some(({ fatal }) => fatal));
    }
  });

  it("need nothing of Node and no data engine, and are small", async () => {
    const { metafile, outputFiles } = await build({
      entryPoints: [join(root, "packages/data/src/figures-in-memory.ts")],
      ...{ bundle: true, platform: "browser", format: "esm", minify: true, write: false, metafile: true },
    });
    const inside = Object.keys(metafile.inputs);
    assert.deepEqual(
      inside.filter((file) => /duckdb\/|node_modules\/(pg|yauzl|saxes)/.test(file)),
      [],
    );
    assert.ok(inside.some((file) => file.endsWith("memory/load.ts")));
    assert.ok(outputFiles[0]!.contents.length < 700_000, `${outputFiles[0]!.contents.length} bytes`);
  });
});
