import assert from "node:assert/strict";
import { contract, field, figure, records, tally } from "./contract.js";
import { asides, ids, read, reported } from "./folder.js";
import { type WrittenCell, workbookParts, zip } from "./workbook-file.js";

const spells = records("spells", "day", [field("day", { type: "date" }), field("cost", { type: "money" })]);
const of = contract({ records: [spells], tallies: [tally("cost", "spells", { aggregate: "sum", field: "cost" })] });
const entry = (more: object = {}) => ({
  "data.json": { sources: { spells: { covers: { from: "2026-04-01", to: "2029-03-31" }, ...more } } },
});
const number = (text: string, style = 0): WrittenCell => ({ raw: `s="${style}"><v>${text}</v>` });
const HEADER: [number, WrittenCell[]] = [1, ["day", "cost"]];
const book = (...rows: [number, WrittenCell[]][]) => zip(workbookParts({ Spells: [HEADER, ...rows] }));
const readBook = (bytes: Buffer, more = {}) => read(of, { "spells.xlsx": bytes, ...entry(more) });
const costOf = async (...rows: [number, WrittenCell[]][]) =>
  reported(await readBook(book(...rows)), "cost", "2026-04-01");

/** 46113 is 1 April 2026. */
const DAY = number("46113", 1);

describe("a workbook", () => {
  it("gives what a person reads in its cells, exactly", async () => {
    assert.equal(await costOf([2, [DAY, number("1234.5")]]), "1234.5");
    assert.equal(await costOf([2, [DAY, "£1,234.50"]], [3, ["2026-04-02", number("0.10000000000000001")]]), "1234.6");
    assert.equal(await costOf([2, [number("46113", 3), number("12345678901234.1")]]), "12345678901234.1");
    assert.equal(await costOf([2, [DAY, number("1.2E3")]]), "1200");
    assert.equal(await costOf([2, [DAY, { raw: 't="inlineStr"><is><t>5</t></is>' }]]), "5");
    assert.equal(await costOf([2, [DAY, { raw: 't="str"><f>A1&amp;"x"</f><v>7</v>' }]]), "7");
  });

  it("writes its days as the table writes dates, from 1900 or from 1904", async () => {
    const uk = await readBook(book([2, [DAY, "1"]]), { dateFormat: "dd/mm/yyyy" });
    assert.equal(reported(uk, "cost", "2026-04-01"), "1");
    const mac = zip(workbookParts({ Spells: [HEADER, [2, [number("44651", 1), "1"]]] }, { from1904: true }));
    assert.equal(reported(await readBook(mac), "cost", "2026-04-01"), "1");
  });

  it("sets aside what cannot be used, by the row that the spreadsheet shows", async () => {
    const result = await readBook(
      book(
        [2, [DAY, number("1")]],
        [5, [DAY, number("1.005")]],
        [6, [number("46113.5", 1), number("2")]],
        [7, [DAY, { raw: "><f>B2*2</f>" }]],
        [8, [DAY, { raw: 't="e"><v>#N/A</v>' }]],
        [9, [DAY, number("3"), "left over"]],
        [10, [undefined, { raw: 's="1">' }]],
        [11, [DAY, number("0.5", 2)]],
      ),
    );
    const money = "is not an amount of money; write 1234.50 or £1,234.50";
    assert.deepEqual(asides(result), [
      'spells.xlsx, row 5, cost "1.005": has more than 2 decimals',
      'spells.xlsx, row 6, day "2026-04-01 and a time": has a time of day; write the date alone, as 2026-04-30',
      `spells.xlsx, row 7, cost "formula without a result": ${money}`,
      `spells.xlsx, row 8, cost "#N/A": ${money}`,
      "spells.xlsx, row 9: has more cells than the header has columns",
      `spells.xlsx, row 11, cost "50%": ${money}`,
    ]);
    assert.deepEqual(result.data.quality, [{ name: "spells", file: "spells.xlsx", read: 7, used: 1, quarantined: 6 }]);
  });

  it("gives a percentage as it is shown", async () => {
    const rate = contract({ figures: [figure("rate", { type: "percentage", fraction: false }, { each: "year" })] });
    const rows: [number, WrittenCell[]][] = [
      [1, ["period", "rate"]],
      [2, ["2026/27", number("0.79400000000000004", 2)]],
      [3, ["2027/28", number("79.4")]],
    ];
    const result = await read(rate, { "rate.xlsx": zip(workbookParts({ Rates: rows })) });
    assert.equal(reported(result, "rate", "2026-04-01"), "0.794");
    assert.equal(reported(result, "rate", "2027-04-01"), "0.794");
  });

  it("with several sheets is read where data.json says which", async () => {
    const two = zip(workbookParts({ Notes: [], "A & B": [HEADER, [2, [DAY, "1"]]] }));
    const unsaid = await readBook(two);
    assert.match(unsaid.problems[0]!.message, /^The workbook has the sheets Notes, A & B, and only one/);
    assert.equal(reported(await readBook(two, { sheet: "A & B" }), "cost", "2026-04-01"), "1");
    assert.match((await readBook(two, { sheet: "C" })).problems[0]!.message, /no sheet "C"; it has Notes, A & B$/);
  });

  it("is not read, and its problem says why, where its form is unsound", async () => {
    const parts = workbookParts({ Spells: [HEADER] });
    const cases: [string, Buffer][] = [
      ["unreadable", Buffer.from("day,cost\n")],
      ["unreadable", zip({ "x.txt": "x" })],
      ["unreadable", zip({ ...parts, "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row" })],
      ["unreadable", zip({ ...parts, "xl/sharedStrings.xml": '<!DOCTYPE a [<!ENTITY b "bb">]><sst>&b;</sst>' })],
      ["unreadable", book([3, [DAY, "1"]], [2, [DAY, "1"]])],
      ["header-empty", zip(workbookParts({ Spells: [[2, ["day", "cost"]]] }))],
      ["header-repeated", zip(workbookParts({ Spells: [[1, ["day", "day"]]] }))],
      ["column-missing", zip(workbookParts({ Spells: [[1, ["day", "costs"]]] }))],
    ];
    for (const [id, bytes] of cases) {
      const result = await readBook(bytes);
      assert.deepEqual(ids(result), [id]);
      assert.equal(result.problems[0]!.fatal, true);
    }
  });

  it("that would unpack to far more than a table, or says less than it holds, is refused", async () => {
    const parts = workbookParts({ Spells: [HEADER, [2, [DAY, "1"]]] });
    assert.deepEqual(ids(await readBook(zip(parts, 3_000_000_000))), ["workbook-too-large"]);
    const blanks = " ".repeat(5_000_000);
    const bomb = { ...parts, "xl/worksheets/sheet1.xml": `<worksheet>${blanks}</worksheet>` };
    assert.deepEqual(ids(await readBook(zip(bomb, 1_000))), ["unreadable"]);
  });
});
