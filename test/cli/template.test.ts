import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import excel from "exceljs";
import { inFolder, run } from "./console.js";

const CONTRACT = `contract care "Care at home" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2027
  year      starts 1 April
  settled   each quarter
  rounding  nearest penny, halves away from zero
  division  by largest remainder

  commissioner council  "Valley Council"
  provider     charity  "Valley Care"

  records visits "Visits" dated by visited {
    person   pseudonym
    visited  date
    kind     one of home, clinic
    minutes  whole number from 0 to 300
    cost     money, may be missing
    urgent   yes or no, may be missing
  }
  records lists "Waiting lists" dated by joined {
    person   pseudonym
    joined   date
    reason   one of ${Array.from({ length: 40 }, (_, at) => `reason-${at + 1}`).join(", ")}
  }
  figure homes "Homes" : homes, at the end of each quarter, if not reported defer to reconciliation
  metric long-visits "Long visits" {
    count of  visits where minutes at least 30
    measured  each quarter
    if not reported  defer to reconciliation
  }
  payment visiting "Visiting" each quarter {
    pays     long-visits times £30 a visit
    paid to  charity
  }
}
`;

const written = async <T>(use: (folder: string, book: excel.Workbook) => Promise<T>): Promise<T> =>
  inFolder({ "care.concordat": CONTRACT }, async (folder) => {
    const { exitCode } = await run(["data", "template", "care.concordat", "--out", "data"], folder);
    assert.equal(exitCode, 0);
    const book = new excel.Workbook();
    await book.xlsx.readFile(path.join(folder, "data/care-template.xlsx"));
    return use(folder, book);
  });

describe("the workbook of a template", function () {
  this.timeout(300_000);

  it("has a sheet for each table with its columns, and one that explains each of them", async () => {
    await written(async (_folder, book) => {
      assert.deepEqual(
        book.worksheets.map(({ name }) => name),
        ["Read me", "visits", "lists", "homes", "Allowed values"],
      );
      const header = (sheet: string): unknown => (book.getWorksheet(sheet)!.getRow(1).values as unknown[]).slice(1);
      assert.deepEqual(header("visits"), ["person", "visited", "kind", "minutes", "cost", "urgent"]);
      assert.deepEqual(header("homes"), ["period", "homes"]);
      const explained: unknown[][] = [];
      book.getWorksheet("Read me")!.eachRow((row) => explained.push((row.values as unknown[]).slice(1)));
      assert.deepEqual(
        explained.find(([table, column]) => table === "visits" && column === "minutes"),
        ["visits", "minutes", "no", "A whole number from 0 to 300."],
      );
      assert.equal(explained.length - 3, 11, "a row for each column");
    });
  });

  it("checks what is filled in, and shows dates and amounts as such", async () => {
    await written(async (_folder, book) => {
      const cell = (at: string) => book.getWorksheet("visits")!.getCell(at);
      assert.equal(cell("C2").dataValidation.type, "list");
      assert.deepEqual(cell("C2").dataValidation.formulae, ['"home,clinic"']);
      assert.equal(cell("D900").dataValidation.type, "whole");
      assert.deepEqual(cell("D900").dataValidation.formulae, [0, 300]);
      assert.equal(cell("D1001").dataValidation.type, "whole", "the last row that is checked");
      assert.equal(cell("B2").dataValidation.type, "date");
      assert.equal(cell("B2").numFmt, "yyyy-mm-dd");
      assert.equal(cell("E2").dataValidation.operator, "greaterThanOrEqual");
      assert.equal(cell("A2").numFmt, "@");
    });
  });

  it("has one check for each column, so that no two say something of one cell", async () => {
    await written(async (folder) => {
      const book = path.join(folder, "data/care-template.xlsx");
      const sheet = execFileSync("unzip", ["-p", book, "xl/worksheets/sheet2.xml"], { encoding: "utf8" });
      const ranges = [...sheet.matchAll(/<dataValidation [^>]* sqref="([^"]*)"/g)].map(([, range]) => range);
      assert.deepEqual(ranges, ["B2:B1001", "C2:C1001", "D2:D1001", "E2:E1001", "F2:F1001"]);
    });
  });

  it("keeps a list too long for a check on a sheet that is not shown", async () => {
    await written(async (_folder, book) => {
      const check = book.getWorksheet("lists")!.getCell("C2").dataValidation;
      assert.deepEqual(check.formulae, ["'Allowed values'!$A$1:$A$40"]);
      const values = book.getWorksheet("Allowed values")!;
      assert.deepEqual(
        [values.state, values.getCell("A1").value, values.getCell("A40").value],
        ["hidden", "reason-1", "reason-40"],
      );
    });
  });

  it("holds no formula", async () => {
    await written(async (_folder, book) => {
      for (const sheet of book.worksheets)
        sheet.eachRow((row) => row.eachCell((cell) => assert.equal(cell.formula, undefined)));
    });
  });

  it("can be filled in and settled from as it is", async () => {
    await written(async (folder, book) => {
      const sheet = book.getWorksheet("visits")!;
      const filled = ["a", new Date("2026-04-03"), "home", 45, 12.5, "yes"];
      for (const [at, value] of filled.entries()) sheet.getCell(2, at + 1).value = value;
      book.getWorksheet("homes")!.getCell("A2").value = "2026/27 Q1";
      book.getWorksheet("homes")!.getCell("B2").value = 12;
      await book.xlsx.writeFile(path.join(folder, "data/filled.xlsx"));
      const source = (sheetName: string) => ({ file: "filled.xlsx", sheet: sheetName });
      const covers = { from: "2026-04-01", to: "2026-06-30" };
      const sources = { visits: { ...source("visits"), covers }, homes: source("homes") };
      writeFileSync(path.join(folder, "data/data.json"), JSON.stringify({ sources }));
      const checked = await run(["data", "check", "care.concordat", "--data", "data"], folder);
      assert.match(checked.out, /filled.xlsx: 1 row read, 1 row can be used, 0 rows set aside/);
      const settled = await run(["settle", "care.concordat", "--data", "data", "--format", "csv"], folder);
      assert.match(settled.out, /"visiting","","council","charity",30\.00/);
    });
  });

  it("and an empty CSV file of each table stand side by side, and nothing is overwritten", async () => {
    await written(async (folder) => {
      const csv = readFileSync(path.join(folder, "data/visits.csv"), "utf8");
      assert.equal(csv, "person,visited,kind,minutes,cost,urgent\n");
      const again = await run(["data", "template", "care.concordat", "--out", "data"], folder);
      assert.equal(again.exitCode, 2);
      assert.match(again.err, /data\/visits\.csv is there already, so nothing was written/);
    });
  });
});
