import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { type DataResult, readOutcomeData } from "@concordat/data";
import { type ContractModel, Rational, type Statement, settle } from "@concordat/model";
import { skip } from "../support/skip.js";
import { dataFolderOf, exampleContract } from "./support/example-contract.js";
import { amountOf, entries } from "./support/statement.js";

const NAME = "rochdale/rochdale.concordat";

describe("the Rochdale statement", function () {
  this.timeout(300_000);
  let contract: ContractModel;
  let read: DataResult;
  let statement: Statement;

  before(async function () {
    if (!existsSync(dataFolderOf(NAME))) {
      skip(this, "no data yet: node scripts/make-data/index.mjs writes it");
    }
    contract = await exampleContract(NAME);
    read = await readOutcomeData(contract, dataFolderOf(NAME));
    statement = settle(contract, read.data);
  });

  const paid = (payment: string, period: string): Statement["periods"][number]["payments"][number] =>
    statement.periods.find((each) => each.period === period)!.payments.find((each) => each.payment === payment)!;

  it("settles twelve quarters and three years", () => {
    assert.deepEqual(
      statement.periods.map(({ period }) => period),
      ["2026/27", "2027/28", "2028/29"].flatMap((year) =>
        ["Q1", "Q2", "Q3", "Q4"].map((q) => `${year} ${q}`).concat(year),
      ),
    );
  });

  it("balances to the penny in every payment of every period, payer by payee", () => {
    for (const { payment, amount, flows, receives, pays } of entries(statement)) {
      const sum = (parts: readonly { amount: string }[]): string => Rational.sum(parts.map(amountOf)).toFixed(2);
      assert.equal(sum(flows), amount, `${payment}: flows`);
      assert.equal(sum(receives), amount, `${payment}: what is received`);
      assert.equal(sum(pays), amount, `${payment}: what is paid`);
    }
  });

  it("goes three ways in three years: no gain for want of outcomes, a gain, and a loss", () => {
    const [first, second, third] = ["2026/27", "2027/28", "2028/29"].map((year) => paid("gain-loss", year));
    assert.deepEqual([first!.branch, first!.amount], ["below", "0.00"]);
    assert.equal(second!.branch, "below");
    assert.ok(amountOf({ amount: second!.amount! }).above(Rational.zero));
    assert.equal(third!.branch, "above");
    assert.ok(third!.limits.length > 0, "the limit of each provider is looked at");
    assert.ok(
      third!.limits.every(({ excess }) => excess === "0.00"),
      "and it does not bind",
    );
  });

  it("sets aside each mistake that was made on purpose, and nothing else", () => {
    const mistakes = read.quarantine;
    const count = (name: string): number =>
      mistakes.filter(({ file, column }) => file === "spells.csv" && (column ?? "the whole row") === name).length;
    assert.deepEqual(["discharged", "cost", "method", "the whole row"].map(count), [24, 18, 16, 12]);
    assert.equal(mistakes.length, 70);
  });

  it("prints no pseudonym", () => {
    assert.doesNotMatch(JSON.stringify([statement, read.quarantine, read.problems]), /\bP[0-9A-F]{8}\b/);
  });

  it("has the same bytes when it is made again", async () => {
    const again = settle(contract, (await readOutcomeData(contract, dataFolderOf(NAME))).data);
    assert.equal(JSON.stringify(again), JSON.stringify(statement));
  });
});
