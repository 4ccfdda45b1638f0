import assert from "node:assert/strict";
import type { TextEdit } from "vscode-languageserver";
import { CompletionItemKind } from "vscode-languageserver-types";
import { completions } from "./asking.js";

/** Values that are offered, in the order of the list. */
const values = async (text: string): Promise<string[]> =>
  (await completions(text))
    .filter(({ kind }) => kind === CompletionItemKind.Value || kind === CompletionItemKind.File)
    .sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1))
    .map(({ label }) => label);

const TERM = "term from 1 April 2026 to 31 March 2028  year starts 1 April";
const contract = (lines: string, term = TERM): string => `contract a {\n  ${term}\n  provider trust\n  ${lines}\n}\n`;

describe("completion of dates", () => {
  it("offers the ends of the term and where its years begin", async () =>
    assert.deepEqual(await values(contract("define fee as £1, then £2 from ‸")), [
      "1 April 2026",
      "1 April 2027",
      "31 March 2028",
    ]));
  it("offers last days for a term whose first is written", async () =>
    assert.deepEqual((await values("contract a { term from 1 July 2026 to ‸ }")).slice(0, 2), [
      "30 June 2031",
      "30 June 2029",
    ]));
  it("goes on with a date that is begun, as it is begun", async () => {
    const edits = async (typed: string): Promise<TextEdit[]> =>
      (await completions(contract(`define fee as £1, then £2 from ${typed}‸`))).map(
        ({ textEdit }) => textEdit as TextEdit,
      );
    assert.deepEqual(
      (await edits("1 Ap")).map(({ newText }) => newText),
      ["1 April 2026", "1 April 2027"],
    );
    const [iso, ...more] = await edits("2027-");
    assert.equal(iso!.newText, "2027-04-01");
    assert.equal(iso!.range.end.character - iso!.range.start.character, "2027-".length);
    assert.deepEqual(more, []);
  });
  it("offers dates in a value only where a date is meant", async () => {
    const figures = "figure opened : date, once  define fee as £1, then £2 from 1 April 2027";
    assert.ok((await values(contract(`${figures}  define was as fee as at ‸`))).includes("1 April 2027"));
    assert.ok((await values(contract(`${figures}  example e { given opened ‸ }`))).includes("1 April 2027"));
    assert.deepEqual(await values(contract(`${figures}  payment p { pays £5 times ‸ }`)), []);
  });
  it("offers the first years of something that grows", async () =>
    assert.deepEqual(await values(contract("define fee as £1 each year, uplifted by 2% on 1 April each year from ‸")), [
      "2027",
    ]));
  it("offers no dates where the term is not written", async () =>
    assert.deepEqual(await values(contract("define fee as £1, then £2 from ‸", "")), []));
});

describe("completion of periods", () => {
  it("offers the years, quarters and halves of the term, then its months", async () => {
    const offered = await values(contract("example e { in ‸ }"));
    assert.deepEqual(offered.slice(0, 4), ["2026/27", "2027/28", "2026/27 Q1", "2026/27 Q2"]);
    assert.ok(offered.includes("2027/28 H2") && offered.includes("March 2028"));
    assert.ok(!offered.includes("2028/29") && !offered.includes("April 2028"));
  });
  it("names the years of a calendar year by one number", async () => {
    const term = "term from 1 January 2026 to 31 December 2027  year starts 1 January";
    assert.deepEqual((await values(contract("example e { in ‸ }", term))).slice(0, 2), ["2026", "2027"]);
  });
  it("goes on with a period that is begun", async () => {
    const items = await completions(contract("example e { in 2026/27 Q‸ }"));
    assert.deepEqual(
      items.map(({ label }) => label),
      ["2026/27 Q1", "2026/27 Q2", "2026/27 Q3", "2026/27 Q4"],
    );
  });
});

describe("completion of what belongs to the contract at hand", () => {
  it("offers what is left of 100%", async () => {
    const payment = "payment p { pool £9  weight 40% on m, scaled 0% at baseline  weight ‸ }";
    assert.deepEqual(await values(contract(payment)), ["60%"]);
    assert.deepEqual(await values(contract("provider gps  group all { trust 62.5%, gps ‸ }")), ["37.5%"]);
    assert.deepEqual(await values(contract("commissioner icb, contributes 62%  commissioner council, contributes ‸")), [
      "38%",
    ]);
  });
  it("offers units of time for a stretch of time, and what is counted for a number", async () => {
    assert.deepEqual((await values(contract("governance b { meets every 2 ‸ }"))).sort(), [
      "days",
      "months",
      "weeks",
      "years",
    ]);
    const figures = "figure seen : visits, during each year, if not reported treat as met";
    assert.deepEqual(await values(contract(`${figures}  example e { given seen 12 ‸ }`)), ["visits"]);
  });
  it("offers the keys that a list has no value for yet", async () => {
    const group = "provider gps  group all { trust 50%, gps 50% }";
    assert.deepEqual(await values(contract(`${group}  define stake for each all as trust £5, ‸`)), ["gps"]);
  });
  it("offers the rows of what is reported for each", async () => {
    const cohort = `records spells dated by admitted { person pseudonym  admitted date }
      cohort intake of spells, entering by admitted { one from 1 April 2026 to 1 May 2026  two from 2 May 2026 to 1 June 2026 } followed 12 months
      metric again for each intake { count of spells }`;
    assert.deepEqual(await values(contract(`${cohort}  example e { given again of ‸ }`)), ["one", "two"]);
  });
  it("offers the categories of the field that is compared before everything else", async () => {
    const records = "records spells dated by d { d date  method one of planned, urgent  kind one of day, night }";
    const items = await completions(contract(`${records}  metric m { count of spells where method is ‸ }`));
    const names = items.filter(({ sortText }) => sortText === "00").map(({ label }) => label);
    assert.deepEqual(names.sort(), ["planned", "urgent"]);
  });
  it("offers fields before their records are named, and only those that can be added up or are days", async () => {
    const records = "records spells dated by d { d date  method one of planned, urgent  cost money }";
    const fields = async (line: string): Promise<string[]> =>
      (await completions(contract(`${records}  metric m { ${line} }`)))
        .filter(({ detail }) => detail === "field")
        .map(({ label }) => label);
    assert.deepEqual(await fields("sum of ‸"), ["cost"]);
    assert.deepEqual(await fields("mean of days from ‸"), ["d"]);
  });
  it("offers a line that a block takes once only where it is not there yet", async () => {
    const labels = async (text: string): Promise<string[]> => (await completions(text)).map(({ label }) => label);
    const offered = await labels(contract("metric m { better lower  ‸ }"));
    assert.ok(offered.includes("target") && !offered.includes("better"));
    const lines = await labels(contract("‸"));
    assert.ok(lines.includes("currency") && !lines.includes("term"));
  });
  it("offers the libraries that come with the language, between their quotes", async () => {
    const [item] = (await completions('import care from "‸"')).filter(({ label }) => label.includes("better-care"));
    const { newText, range } = item!.textEdit as TextEdit;
    assert.equal(newText, '"std/better-care"');
    assert.equal(range.end.character - range.start.character, 2);
  });
});
