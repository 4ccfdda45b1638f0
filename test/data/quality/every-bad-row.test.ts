import assert from "node:assert/strict";
import type { DataResult } from "@concordat/data";
import fc from "fast-check";
import { contract, field, participants, records, tally } from "../contract.js";
import { asides, read, reported } from "../folder.js";
import { FORMATS, type Format, parquet, rowOf, type TextTable, written } from "./same-table.js";

/** Spells of people in wards; what the contract reads of them, and the number of the spell, which it does not. */
const of = contract({
  participants: [participants("ward", "north", "south")],
  records: [
    records("people", "born", [field("person", { type: "pseudonym" }), field("born", { type: "date" })]),
    records("spells", "ended", [
      field("person", { type: "pseudonym" }),
      field("ended", { type: "date" }),
      field("method", { type: "category", values: ["elective", "emergency"] }),
      field("ward", { type: "member", of: "ward" }),
      field("age", { type: "whole", from: "0", to: "120" }),
      field("cost", { type: "money" }),
      field("drugs", { type: "money" }),
      field("care", { type: "money" }),
      field("score", { type: "percentage", fraction: false }, true),
      field("urgent", { type: "truth" }, true),
    ]),
  ],
  tallies: [
    tally("count", "spells", { each: ["year"] }),
    tally("cost", "spells", { aggregate: "sum", field: "cost", each: ["year"] }),
  ],
});
const covers = { from: "2026-04-01", to: "2029-03-31" };
const sources = (format: Format, more: object = {}) => ({
  people: { file: "people.csv", outsideTerm: "keep", covers },
  spells: {
    file: `spells.${format}`,
    covers,
    extracted: "2028-12-31",
    unique: ["spell"],
    refersTo: { person: "people" },
    addsUp: { cost: ["drugs", "care"] },
    ...more,
  },
});
const PEOPLE = `person,born\n${Array.from({ length: 60 }, (_, index) => `p${index},1950-01-01\n`).join("")}`;

type Row = Readonly<Record<string, string | undefined>>;
const COLUMNS = ["spell", "person", "ended", "method", "ward", "age", "cost", "drugs", "care", "score", "urgent"];
/** A sound row, each with a number and a person of its own. */
const sound = (index: number): Row => ({
  spell: `s${index}`,
  person: `p${index}`,
  ended: "2026-05-01",
  method: "elective",
  ward: "north",
  age: "70",
  cost: "10.00",
  drugs: "4.00",
  care: "6.00",
  score: "12.5%",
  urgent: "yes",
});
const table = (rows: readonly Row[]): TextTable => [COLUMNS, ...rows.map((row) => COLUMNS.map((name) => row[name]))];

const readAs = async (format: Format, rows: readonly Row[], more: object = {}): Promise<DataResult> =>
  read(of, {
    "people.csv": PEOPLE,
    [`spells.${format}`]: await written(table(rows), format),
    "data.json": { sources: sources(format, more) },
  });

/** What is wrong with a row, and what must be said of it: the column, and the reason. */
const KINDS: Readonly<Record<string, { wrong: Row; says: string }>> = {
  "a date that is none": { wrong: { ended: "2026-04-31" }, says: "ended: is not a date that the calendar has" },
  "a date in another layout": {
    wrong: { ended: "01/05/2026" },
    says: "ended: is not a date written as 2026-04-30",
  },
  "a date before the term": {
    wrong: { ended: "2026-03-31" },
    says: "ended: lies outside the term, from 1 April 2026 to 31 March 2029",
  },
  "a date after the extract was made": {
    wrong: { ended: "2029-01-01" },
    says: "ended: lies after the day of the extract, 31 December 2028",
  },
  "text for an amount": {
    wrong: { cost: "ten" },
    says: "cost: is not an amount of money; write 1234.50 or £1,234.50",
  },
  "an amount in brackets": {
    wrong: { cost: "(10.00)" },
    says: "cost: is below zero; write the amount without a minus, as the contract says who pays and who receives",
  },
  "another currency": { wrong: { cost: "€10.00" }, says: "cost: is not in GBP" },
  "part of a penny": { wrong: { cost: "10.005" }, says: "cost: has more than 2 decimals" },
  "a number out of its range": { wrong: { age: "121" }, says: "age: is not from 0 to 120" },
  "decimals where whole numbers are due": {
    wrong: { age: "70.5" },
    says: "age: has decimals, and whole numbers have none",
  },
  "text for a percentage": {
    wrong: { score: "high" },
    says: "score: is not a percentage; write 12.5 or 12.5%",
  },
  "neither yes nor no": {
    wrong: { urgent: "perhaps" },
    says: "urgent: is neither yes nor no; write yes, no, true, false, 1 or 0",
  },
  "a value that is not allowed": { wrong: { method: "planned" }, says: "method: is not one of elective, emergency" },
  "an unknown ward": { wrong: { ward: "west" }, says: "ward: is not the key of any ward in the contract" },
  "a person of no other table": { wrong: { person: "nobody" }, says: "person: stands in no usable row of people" },
  "a missing cell": { wrong: { method: undefined }, says: "method: is empty" },
  "a total that is not the sum of its parts": {
    wrong: { care: "6.01" },
    says: "cost: is not the sum of drugs and care",
  },
};

/** What can stand in columns of these types at all. */
const TYPES = {
  ended: "DATE",
  age: "INTEGER",
  cost: "DECIMAL(18, 2)",
  drugs: "DECIMAL(18, 2)",
  care: "DECIMAL(18, 2)",
  score: "DECIMAL(18, 6)",
  urgent: "BOOLEAN",
};
const TYPED = /^(ended (?!2026-04-31)\d{4}-\d\d-\d\d|age \d+|(cost|care) \d+\.\d\d|(method|ward|person) .*)$/;

const reasons = (result: DataResult): string[] =>
  result.quarantine
    .filter(({ file }) => file !== "people.csv")
    .map(({ row, column, reason }) => `${row} ${column}: ${reason}`);

describe("a bad row is set aside with its reason, and changes no number", function () {
  this.timeout(300_000);
  for (const format of FORMATS) {
    it(`whatever is wrong with it, in ${format}`, async () => {
      const kinds = Object.values(KINDS);
      // Before each bad row stands a good one, so that each has its own row number.
      const rows = kinds.flatMap(({ wrong }, index) => [sound(2 * index), { ...sound(2 * index + 1), ...wrong }]);
      const result = await readAs(format, rows);
      assert.deepEqual(
        reasons(result),
        kinds.map(({ says }, index) => `${rowOf(format, 2 * index + 1)} ${says}`),
      );
      const spells = result.data.quality.find(({ name }) => name === "spells");
      assert.deepEqual(spells, {
        name: "spells",
        file: `spells.${format}`,
        read: rows.length,
        used: kinds.length,
        quarantined: kinds.length,
      });
      assert.equal(reported(result, "count", "2026-04-01"), `${kinds.length}`);
      assert.equal(reported(result, "cost", "2026-04-01"), `${10 * kinds.length}`);
    });

    it(`where it stands twice, or shares its number with another, in ${format}`, async () => {
      const rows = [sound(0), sound(1), sound(1), sound(2), { ...sound(3), spell: "s2" }, sound(4)];
      const result = await readAs(format, rows);
      const [twice, first, second] = [2, 3, 4].map((index) => rowOf(format, index));
      assert.deepEqual(asides(result), [
        `spells.${format}, row ${twice}: the same row stands at row ${twice! - 1}`,
        `spells.${format}, row ${first}, spell: is the same as at row ${second}, and the rows differ`,
        `spells.${format}, row ${second}, spell: is the same as at row ${first}, and the rows differ`,
      ]);
      assert.deepEqual(result.data.quality.at(-1), {
        name: "spells",
        file: `spells.${format}`,
        read: 6,
        used: 3,
        quarantined: 3,
      });
      assert.equal(reported(result, "count", "2026-04-01"), "3");
    });

    it(`and an extract that does not come to its totals is not used, in ${format}`, async () => {
      const rows = [sound(0), sound(1), { ...sound(2), cost: "ten" }];
      const said = async (totals: object) =>
        (await readAs(format, rows, { totals })).problems.filter(({ fatal }) => fatal).map(({ message }) => message);
      assert.deepEqual(await said({ rows: 3, sums: { drugs: "12.00" } }), []);
      assert.deepEqual(await said({ rows: 4, sums: { drugs: "12.01", cost: "30" } }), [
        "The extract has 3 rows, and data.json states 4",
        '"drugs" adds up to 12, and data.json states 12.01: the difference is 0.01',
        '"cost" adds up to 20, and data.json states 30: the difference is 10, and 1 of its cells cannot be read as numbers',
      ]);
    });
  }

  it("whatever is wrong with it, in Parquet that is typed as the contract types it", async () => {
    const kinds = Object.values(KINDS).filter(({ wrong }) =>
      Object.entries(wrong).every(([name, cell]) => TYPED.test(`${name} ${cell ?? ""}`)),
    );
    assert.equal(kinds.length, 8);
    const rows = kinds.flatMap(({ wrong }, index) => [sound(2 * index), { ...sound(2 * index + 1), ...wrong }]);
    const cells = table([...rows, sound(0)].map((row) => ({ ...row, score: "0.125" })));
    const file = await parquet(COLUMNS, cells.slice(1), TYPES);
    const result = await read(of, {
      "people.csv": PEOPLE,
      "spells.parquet": file,
      "data.json": { sources: sources("parquet") },
    });
    assert.deepEqual(reasons(result), [
      ...kinds.map(({ says }, index) => `${2 * index + 2} ${says}`),
      `${rows.length + 1} undefined: the same row stands at row 1`,
    ]);
    const { used, quarantined } = result.data.quality.find(({ name }) => name === "spells")!;
    assert.deepEqual([used, quarantined], [kinds.length, kinds.length + 1]);
    assert.equal(reported(result, "count", "2026-04-01"), `${kinds.length}`);
  });

  it("in any mixture: rows read are rows used and rows set aside, and the numbers are those of the good ones", async () => {
    const kinds = Object.keys(KINDS);
    const mixture = fc.array(fc.option(fc.constantFrom(...kinds), { nil: undefined }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(mixture, fc.constantFrom(...FORMATS), async (mixed, format) => {
        fc.pre(mixed.length > 0);
        const rows = mixed.map((kind, index) => ({
          ...sound(index),
          ...(kind === undefined ? {} : KINDS[kind]!.wrong),
        }));
        const good = mixed.filter((kind) => kind === undefined).length;
        const result = await readAs(format, rows);
        const { read: all, used, quarantined } = result.data.quality.find(({ name }) => name === "spells")!;
        assert.deepEqual([all, used, quarantined], [mixed.length, good, mixed.length - good]);
        assert.equal(result.quarantine.length, quarantined);
        assert.deepEqual(
          reasons(result),
          mixed.flatMap((kind, index) => (kind === undefined ? [] : [`${rowOf(format, index)} ${KINDS[kind]!.says}`])),
        );
        assert.equal(reported(result, "count", "2026-04-01"), `${good}`);
      }),
      { numRuns: 25 },
    );
  });
});
