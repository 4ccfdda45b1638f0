import assert from "node:assert/strict";
import { contract, figure, participants } from "./contract.js";
import { asides, find, ids, read, reported } from "./folder.js";

const lists = (column: string, parts = {}) =>
  figure(
    `lists.${column}`,
    { type: "count", of: "people" },
    { file: "lists", column, axes: ["place"], timing: "at-end", ...parts },
  );

describe("reported figures", () => {
  const of = contract({
    participants: [participants("place", "heywood", "middleton")],
    figures: [lists("registered"), lists("older")],
  });

  it("have one value for each filled cell, by period and participant, with the row it was read from", async () => {
    const csv = 'period,place,registered,older\n2026/27 Q1,heywood,"9,639",1200\n2026/27 Q1,middleton,8000,\n';
    const result = await read(of, { "lists.csv": csv });
    assert.deepEqual(find(result, "lists.registered", "2026-04-01", { place: "heywood" }), {
      name: "lists.registered",
      of: { place: "heywood" },
      from: "2026-04-01",
      to: "2026-07-01",
      value: "9639",
      origin: "lists.csv, row 2",
    });
    assert.equal(reported(result, "lists.older", "2026-04-01", { place: "heywood" }), "1200");
    assert.equal(reported(result, "lists.older", "2026-04-01", { place: "middleton" }), "not reported");
    assert.equal(result.data.values.length, 3);
    assert.deepEqual(
      result.problems.map(({ message }) => message),
      ["lists.older is not reported for 2026/27 Q1: middleton"],
    );
  });

  it("may say their period by its first and last day", async () => {
    const csv =
      "from,to,place,registered,older\n01/07/2026,30/09/2026,heywood,1,2\n01/07/2026,29/09/2026,middleton,1,2\n";
    const result = await read(of, {
      "lists.csv": csv,
      "data.json": { sources: { lists: { dateFormat: "dd/mm/yyyy" } } },
    });
    assert.equal(reported(result, "lists.registered", "2026-07-01", { place: "heywood" }), "1");
    assert.deepEqual(asides(result), [
      'lists.csv, row 3, from "2026-07-01": 2026-07-01 to 2026-09-29 is not a whole quarter of the contract',
    ]);
  });

  it("are set aside where the period, the participant or a value is none", async () => {
    const csv = [
      "period,place,registered,older",
      "2026/27 Q5,heywood,1,1",
      "2026/27,heywood,1,1",
      ",heywood,1,1",
      "2026/27 Q1,rochdale,1,1",
      "2026/27 Q1,heywood,-1,1",
      "2026/27 Q1,,1,1",
    ];
    const result = await read(of, { "lists.csv": csv.join("\n") });
    assert.deepEqual(asides(result).sort(), [
      'lists.csv, row 2, period "2026/27 Q5": is not a period; write 2026/27 Q1, 2026/27 or April 2026',
      'lists.csv, row 3, period "2026/27": is a year, and the contract reads each quarter here',
      "lists.csv, row 4, period: is empty",
      'lists.csv, row 5, place "rochdale": is not the key of any place in the contract',
      'lists.csv, row 6, registered "-1": is negative, and nothing is counted below 0',
      "lists.csv, row 7, place: is empty",
    ]);
    assert.deepEqual(result.data.values, []);
    assert.deepEqual(result.data.quality, [{ name: "lists", file: "lists.csv", read: 6, used: 0, quarantined: 6 }]);
  });

  it("are not reported where two rows disagree, for neither can be trusted", async () => {
    const csv =
      "period,place,registered,older\n2026/27 Q1,heywood,10,1\n2026/27 Q1,heywood,11,\n2026/27 Q2,heywood,5,\n2026/27 Q2,heywood,5,1\n";
    const result = await read(of, { "lists.csv": csv });
    assert.deepEqual(asides(result), [
      'lists.csv, row 2, registered "10": row 3 gives 11 for the same period',
      'lists.csv, row 3, registered "11": row 2 gives 10 for the same period',
    ]);
    assert.equal(reported(result, "lists.registered", "2026-07-01", { place: "heywood" }), "5");
    assert.equal(reported(result, "lists.older", "2026-04-01", { place: "heywood" }), "not reported");
  });

  it("are not reported, and nothing fails, where there is no file", async () => {
    const result = await read(of, {});
    assert.deepEqual(ids(result), ["file-missing"]);
    assert.equal(result.problems[0]!.fatal, undefined);
    assert.deepEqual(result.data.values, []);
  });

  it("need their columns", async () => {
    assert.deepEqual(ids(await read(of, { "lists.csv": "place,registered,older\n" })), ["period-column-missing"]);
    assert.deepEqual(ids(await read(of, { "lists.csv": "period,place,older\n" })), ["column-missing"]);
  });
});

describe("a figure with a file of its own", () => {
  const cost = (parts = {}) => contract({ figures: [figure("cost", { type: "money" }, parts)] });

  it("stands under its name or under value", async () => {
    for (const header of ["cost", "value"]) {
      const result = await read(cost(), { "cost.csv": `period,${header}\n2027/28 Q4,"£1,200,000.50"\n` });
      assert.equal(reported(result, "cost", "2028-01-01"), "1200000.5");
    }
  });

  it("may be of a period before the term, from the day on which the contract says it is reported", async () => {
    const early = cost({ each: "year", from: "2024-04-01" });
    const result = await read(early, { "cost.csv": "period,cost\n2023/24,4\n2024/25,5\n2029/30,6\n" });
    assert.equal(reported(result, "cost", "2024-04-01"), "5");
    assert.deepEqual(asides(result), [
      'cost.csv, row 2, period "2023/24": lies outside the term, from 1 April 2026 to 31 March 2029',
      'cost.csv, row 4, period "2029/30": lies outside the term, from 1 April 2026 to 31 March 2029',
    ]);
  });

  it("reads months by name and by number", async () => {
    const result = await read(cost({ each: "month" }), { "cost.csv": "period,cost\nApril 2026,5\n2026-05,6\n" });
    assert.equal(reported(result, "cost", "2026-04-01"), "5");
    assert.equal(reported(result, "cost", "2026-05-01"), "6");
  });

  it("is an exact ratio where it is a percentage, and 1 or 0 where it is a truth", async () => {
    const met = figure("met", { type: "truth" }, { file: "scores", column: "met", each: "year" });
    const score = figure(
      "score",
      { type: "percentage", fraction: false },
      { file: "scores", column: "score", each: "year" },
    );
    const result = await read(contract({ figures: [met, score] }), {
      "scores.csv": "period,met,score\n2026/27,yes,90.41%\n2027/28,no,12.5\n",
    });
    assert.deepEqual(
      ["2026-04-01", "2027-04-01"].map((from) => [reported(result, "met", from), reported(result, "score", from)]),
      [
        ["1", "0.9041"],
        ["0", "0.125"],
      ],
    );
  });

  it("needs no period where it is reported once, and is then the same in each", async () => {
    const result = await read(cost({ timing: "once", each: "year" }), { "cost.csv": "value\n7\n" });
    assert.deepEqual(
      result.data.values.map(({ from, value }) => [from, value]),
      [
        ["2026-04-01", "7"],
        ["2027-04-01", "7"],
        ["2028-04-01", "7"],
      ],
    );
  });
});
