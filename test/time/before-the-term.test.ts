import assert from "node:assert/strict";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";
import { contractOf, entriesOf, messagesOf, reported } from "./contract.js";

const figure = (from: string) =>
  `figure asked : money, during each quarter${from}, if not reported defer to reconciliation`;
const REPORTED_FROM = ", from 1 July 2025";
const paying = (amount: string, from = REPORTED_FROM) =>
  `${figure(from)} payment fee each quarter { pays ${amount} paid to charity }`;
const before = (from: string, to: string, value: string) => ({ name: "asked", of: {}, from, to, value });
const VALUES = [
  before("2025-07-01", "2025-10-01", "1"),
  before("2025-10-01", "2026-01-01", "2"),
  before("2026-01-01", "2026-04-01", "4"),
  ...reported("asked", "quarter", ["10", "20", "40", "80", "160"]),
];

describe("data from before the term", function () {
  this.timeout(300_000);

  for (const [amount, expected] of [
    ["previous asked", ["4.00", "10.00", "20.00", "40.00", "80.00"]],
    ["average of the last 4 asked", ["4.25", "9.00", "18.50", "37.50", "75.00"]],
    ["since the start asked", ["17.00", "37.00", "77.00", "157.00", "317.00"]],
    ["year to date asked", ["10.00", "30.00", "70.00", "150.00", "160.00"]],
  ] as const) {
    it(`is reached by ${amount}, by the model and by the calculator`, async () => {
      const contract = await contractOf(paying(amount));
      assert.deepEqual(
        entriesOf(contract, "fee", VALUES).map((entry) => entry.amount),
        expected,
      );
      assertSameStatement(contract, await calculatorOf(contract), VALUES);
    });
  }

  it("counts in whole periods of the payment, and in the year to date where the term begins inside a year", async () => {
    const halves = `${figure(REPORTED_FROM)} payment fee each half-year { pays since the start asked paid to charity }`;
    for (const [lines, first, starts] of [
      [halves, "36.00", 4],
      [paying("year to date asked"), "17.00", 7],
    ] as const) {
      const contract = { ...(await contractOf(lines)), yearStarts: { month: starts, day: 1 } };
      assert.equal(entriesOf(contract, "fee", VALUES)[0]!.amount, first);
      assertSameStatement(contract, await calculatorOf(contract), VALUES);
    }
  });

  it("is not reached where the figure does not say from when it is reported", async () => {
    const contract = await contractOf(paying("previous asked, at first £3", ""));
    assert.equal(entriesOf(contract, "fee", VALUES)[0]!.amount, "3.00");
  });

  it("needs a value at first where it does not go back so far", async () => {
    assert.deepEqual(await messagesOf(paying("average of the last 5 asked")), [
      'The term begins with a period that has no earlier one, and nothing says what "average of the last asked" is then.',
    ]);
  });
});
