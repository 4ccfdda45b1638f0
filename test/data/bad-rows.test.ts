import assert from "node:assert/strict";
import { quarantineCsv } from "@concordat/data";
import type { FieldType } from "@concordat/model";
import { contract, field, participants, records, spells, tally } from "./contract.js";
import { asides, ids, read, reported } from "./folder.js";

const covers = { from: "2026-04-01", to: "2029-03-31" };

/** What is said of each of these cells, read as a type; "" where the cell is sound. */
async function said(type: FieldType, cells: readonly string[], dateFormat = "iso"): Promise<string[]> {
  const of = contract({
    participants: [participants("practice", "P1", 'O\'Neill & "Sons"')],
    records: [records("events", "day", [field("day", { type: "date" }), field("cell", type, false)])],
  });
  // A running second column keeps rows with the same cell from being the same row.
  const day = dateFormat === "iso" ? "2026-04-01" : "01/04/2026";
  const csv = `id,day,cell\n${cells.map((cell, index) => `${index},${day},"${cell.replaceAll('"', '""')}"\n`).join("")}`;
  const result = await read(of, { "events.csv": csv, "data.json": { sources: { events: { covers, dateFormat } } } });
  assert.equal(result.data.quality[0]!.read, cells.length);
  assert.equal(result.data.quality[0]!.quarantined, result.quarantine.length);
  return cells.map((_, index) => result.quarantine.find((each) => each.row === index + 2)?.reason ?? "");
}

describe("a cell is set aside with its reason where it holds", () => {
  it("no amount of money", async () => {
    assert.deepEqual(
      await said({ type: "money" }, [
        "£1,234.50",
        "1234.5",
        " 12 ",
        "£ 7",
        "0",
        "1,23",
        "12.345",
        "-12.00",
        "(1,234)",
        "€5",
        "ten",
        "1e3",
        "99999999999999999",
      ]),
      [
        ...["", "", "", "", ""],
        "is not an amount of money; write 1234.50 or £1,234.50",
        "has more than 2 decimals",
        "is below zero; write the amount without a minus, as the contract says who pays and who receives",
        "is below zero; write the amount without a minus, as the contract says who pays and who receives",
        "is not in GBP",
        "is not an amount of money; write 1234.50 or £1,234.50",
        "is not an amount of money; write 1234.50 or £1,234.50",
        "is too large",
      ],
    );
  });

  it("no date of the calendar", async () => {
    assert.deepEqual(
      await said({ type: "date" }, [
        "2028-02-29",
        "2027-02-29",
        "01/04/2026",
        "2026-4-1",
        "2026-04-01 10:30",
        "0026-04-01",
      ]),
      [
        "",
        "is not a date that the calendar has",
        "is not a date written as 2026-04-30",
        "is not a date written as 2026-04-30",
        "has a time of day; write the date alone, as 2026-04-30",
        "lies before 1850 or after 2199",
      ],
    );
    assert.deepEqual(
      await said({ type: "date" }, ["31/12/2026", "12/31/2026", "1/2/2026", "2026-12-31"], "dd/mm/yyyy"),
      ["", "is not a date that the calendar has", "", "is not a date written as 30/04/2026"],
    );
  });

  it("no percentage, or no fraction where the contract says fraction", async () => {
    assert.deepEqual(
      await said({ type: "percentage", fraction: false }, [
        "12.5",
        "12.5%",
        "12.5 %",
        "-3",
        "high",
        "1.23456789012345678",
      ]),
      [...["", "", "", ""], "is not a percentage; write 12.5 or 12.5%", "has too many decimals"],
    );
    assert.deepEqual(await said({ type: "percentage", fraction: true }, ["0.125", "12.5%", "half"]), [
      "",
      "has a percent sign; write 0.125 for 12.5%",
      "is not a fraction; write 0.125 for 12.5%",
    ]);
  });

  it("neither yes nor no, or no value of the list", async () => {
    assert.deepEqual(await said({ type: "truth" }, ["yes", "NO", "True", "0", "n", "maybe"]), [
      ...["", "", "", "", ""],
      "is neither yes nor no; write yes, no, true, false, 1 or 0",
    ]);
    assert.deepEqual(
      await said({ type: "category", values: ["elective", "o'clock"] }, ["Elective", " O'CLOCK ", "elect"]),
      [...["", ""], "is not one of elective, o'clock"],
    );
  });

  it("no whole number, no number or no count, or one out of its range", async () => {
    assert.deepEqual(
      await said({ type: "whole", from: "0", to: "120" }, ["0", "120", "121", "-1", "12.0", "x", "9".repeat(30)]),
      [
        ...["", ""],
        "is not from 0 to 120",
        "is not from 0 to 120",
        "has decimals, and whole numbers have none",
        "is not a whole number; write 12",
        "is too large",
      ],
    );
    assert.deepEqual(
      await said({ type: "number", to: "0.5" }, [
        "-7.25",
        "0.5",
        "0.500000000000000001",
        "1e-3",
        `0.${"1".repeat(19)}`,
      ]),
      [...["", ""], "is above 0.5", "is not a number; write 12.5", "has more than 18 decimals"],
    );
    assert.deepEqual(await said({ type: "count", of: "people" }, ["1,234", "-1", "1.5", "many"]), [
      "",
      "is negative, and nothing is counted below 0",
      "has decimals, and a count has none",
      "is not a count; write 12",
    ]);
  });

  it("no key of the participants", async () => {
    assert.deepEqual(await said({ type: "member", of: "practice" }, ["P1", 'O\'Neill & "Sons"', "P2"]), [
      ...["", ""],
      "is not the key of any practice in the contract",
    ]);
  });

  it("nothing, where it may not be missing", async () => {
    assert.deepEqual(await said({ type: "pseudonym" }, ["a", "", "  "]), ["", "is empty", "is empty"]);
    assert.deepEqual(await said({ type: "text" }, ["a", "\u00a0"]), ["", "is empty"]);
  });
});

describe("a row is set aside", () => {
  const of = contract({ records: [spells], tallies: [tally("all", "spells")] });
  const header = "person,discharged,method,age,cost";
  const sources = { spells: { covers } };

  it("with its row in the file, its column and its value, and the other cells that are wrong", async () => {
    const csv = `${header}\np1,2026-04-01,elective,1,\np2,2026-13-01,elective,200,1\n`;
    const result = await read(of, { "spells.csv": csv, "data.json": { sources } });
    assert.deepEqual(result.quarantine, [
      {
        file: "spells.csv",
        row: 3,
        column: "discharged",
        value: "2026-13-01",
        reason: "is not a date that the calendar has; wrong too: age",
      },
    ]);
    assert.deepEqual(result.data.quality, [{ name: "spells", file: "spells.csv", read: 2, used: 1, quarantined: 1 }]);
    assert.equal(result.problems.at(-1)?.message, "1 of 2 rows could not be used and were set aside");
  });

  it("where it has too few or too many cells, or text after a quotation mark, blank lines and quoted line ends counted", async () => {
    const csv = [
      header,
      "p1,2026-04-01,elective,1,", // 2
      "", // 3
      "p2,2026-04-01", // 4
      'p3,2026-04-01,"elec\r\ntive",2,1', // 5
      "p4,2026-04-01,elective,1,1,1", // 6
      'p5,2026-04-01,"elective"s,1,1', // 7
      "p6,2026-04-01,elective,x,1", // 8
    ];
    for (const end of ["\n", "\r\n", "\r"]) {
      const result = await read(of, { "spells.csv": csv.join(end) + end, "data.json": { sources } });
      assert.deepEqual(asides(result), [
        "spells.csv, row 4: has fewer cells than the header has columns",
        'spells.csv, row 5, method "(withheld)": is not one of elective, emergency',
        "spells.csv, row 6: has more cells than the header has columns",
        "spells.csv, row 7: has text after a closing quotation mark",
        'spells.csv, row 8, age "(withheld)": is not a whole number; write 12',
      ]);
      assert.deepEqual(result.data.quality, [{ name: "spells", file: "spells.csv", read: 6, used: 1, quarantined: 5 }]);
    }
  });

  it("where an equal row stands before it, in the same file or in another", async () => {
    const row = "p1,2026-04-01,elective,1,\n";
    const files = { "a.csv": `${header}\n${row}p2,2026-04-01,elective,1,\n${row}${row}`, "b.csv": `${header}\n${row}` };
    const result = await read(of, { ...files, "data.json": { sources: { spells: { glob: "?.csv", covers } } } });
    assert.deepEqual(asides(result), [
      "a.csv, row 4: the same row stands at row 2",
      "a.csv, row 5: the same row stands at row 2",
      "b.csv, row 2: the same row stands at row 2 of a.csv",
    ]);
    assert.equal(reported(result, "all", "2026-04-01"), "2");
  });

  it("not where rows differ in a column that the contract does not read", async () => {
    const csv = `${header},id\np1,2026-04-01,elective,1,,1\np1,2026-04-01,elective,1,,2\n`;
    const result = await read(of, { "spells.csv": csv, "data.json": { sources } });
    assert.equal(reported(result, "all", "2026-04-01"), "2");
  });

  it("not where its date may be missing and is: it is a row like any other, and counts in no period yet", async () => {
    const open = records("spells", "discharged", [field("discharged", { type: "date" }, true)]);
    const result = await read(contract({ records: [open] }), {
      "spells.csv": "id,discharged\n1,\n2,2026-04-01\n",
      "data.json": { sources },
    });
    assert.deepEqual(asides(result), []);
    assert.deepEqual(result.data.quality[0], { ...result.data.quality[0], read: 2, used: 2, quarantined: 0 });
  });

  it("without a pseudonym or free text being shown", async () => {
    const notes = records("notes", "day", [
      field("day", { type: "date" }),
      field("person", { type: "pseudonym" }),
      field("note", { type: "text" }),
    ]);
    const csv = "day,person,note\nx,SECRET,SECRET\n2026-04-01,SECRET,\n2026-04-01\n";
    const result = await read(contract({ records: [notes] }), { "notes.csv": csv });
    assert.equal(result.data.quality[0]!.quarantined, 3);
    assert.ok(!JSON.stringify(result).includes("SECRET"));
  });

  it("without what may be a pseudonym that stands in another column", async () => {
    const cell = async (age: string): Promise<string | undefined> => {
      const csv = `${header}\np1,2026-04-01,elective,${age},\n`;
      return (await read(of, { "spells.csv": csv, "data.json": { sources } })).quarantine[0]?.value;
    };
    assert.equal(await cell("121"), "121");
    assert.equal(await cell("12.5"), "12.5");
    assert.equal(await cell("2026-04-01"), "2026-04-01");
    for (const personal of ["9434765919", "943 476 5919", "Smith", "P12"])
      assert.equal(await cell(personal), "(withheld)");
  });

  it("and counted, past the ten thousand that are listed", async () => {
    const rows = Array.from({ length: 10_050 }, (_, index) => `${index},2026-04-01,elective,x,\n`);
    const result = await read(of, { "spells.csv": `${header}\n${rows.join("")}`, "data.json": { sources } });
    assert.equal(result.quarantine.length, 10_000);
    assert.equal(result.data.quality[0]!.quarantined, 10_050);
    assert.ok(ids(result).includes("rows-quarantined"));
  });
});

describe("the quarantine report", () => {
  it("is CSV in which no cell is a formula", () => {
    const csv = quarantineCsv([
      { file: "a.csv", row: 2, column: "cost", value: '=HYPERLINK("x")', reason: "is wrong" },
      { file: "a.csv", row: 3, column: "cost", value: " \ufeff＝1", reason: "is wrong" },
      { file: "a.csv", row: 4, reason: "is short" },
    ]);
    assert.equal(
      csv,
      [
        "file,row,column,value,reason",
        `"a.csv",2,"cost","'=HYPERLINK(""x"")","is wrong"`,
        `"a.csv",3,"cost","' \ufeff＝1","is wrong"`,
        `"a.csv",4,"","","is short"`,
        "",
      ].join("\r\n"),
    );
  });
});
