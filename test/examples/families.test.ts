import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readOutcomeData } from "@concordat/data";
import { renderStatement } from "@concordat/documents";
import { type Statement, settle } from "@concordat/model";
import { dataFolderOf, exampleContract } from "./support/example-contract.js";
import { entries } from "./support/statement.js";

const CONTRACT = "families/families.concordat";
const PRICE = 4_000;
/** By the first day of the intake: the part that is paid at the start, in hundredths, and the most for results. */
const INTAKES = [
  { key: "first-families", from: "2026-04-01", to: "2027-03-31", atStart: 80, most: 40_000 },
  { key: "second-families", from: "2027-04-01", to: "2028-03-31", atStart: 60, most: 60_000 },
  { key: "third-families", from: "2028-04-01", to: "2029-03-31", atStart: 40, most: Number.POSITIVE_INFINITY },
];

describe("terms that differ by intake", () => {
  let statement: Statement;
  before(async () => {
    const contract = await exampleContract(CONTRACT);
    statement = settle(contract, (await readOutcomeData(contract, dataFolderOf(CONTRACT))).data, { next: false });
  });

  it("pay each intake by its own row of the table, for what its own year of following shows", () => {
    const families = rows("families").filter(([, , problems]) => Number(problems) >= 3);
    const first = new Map<string, string>();
    for (const [family, day] of rows("successes")) if (!first.has(family!)) first.set(family!, day!);
    for (const { key, from, to, atStart, most } of INTAKES) {
      const taken = families.filter(([, day]) => day! >= from && day! <= to);
      const turned = taken.filter(([family, day]) => {
        const confirmed = first.get(family!);
        return confirmed !== undefined && confirmed >= day! && confirmed < aYearAfter(day!);
      });
      assert.ok(turned.length > 0 && turned.length < taken.length);
      const start = (taken.length * PRICE * atStart) / 100;
      const result = Math.min(most, (turned.length * PRICE * (100 - atStart)) / 100);
      assert.deepEqual(paid(key), { start: start.toFixed(2), result: result.toFixed(2) }, key);
    }
  });

  it("are printed with the title of each intake", () => {
    const text = renderStatement(statement, "text");
    assert.match(text, /^For taking families on, The families of 2026\/27 /m);
    assert.match(text, /\(38 families\) times £4,000 a family is £152,000\./);
    assert.match(text, /times £4,000 a success is/);
    assert.doesNotMatch(text, /first-families/);
  });

  const paid = (key: string) =>
    Object.fromEntries(
      entries(statement)
        .filter(({ for: row }) => row === key)
        .map(({ payment, amount }) => [payment, amount]),
    );
});

/** The rows of a table of the example, by day. */
const rows = (name: string): string[][] =>
  readFileSync(join(dataFolderOf(CONTRACT), `${name}.csv`), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((row) => row.split(","));

const aYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
