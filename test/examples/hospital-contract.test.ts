import assert from "node:assert/strict";
import { Rational, settle } from "@concordat/model";
import { exampleContract } from "./support/example-contract.js";
import { figuresGiven } from "./support/figures-given.js";
import { referenceCase } from "./support/reference-case.js";
import { entries, money, movedBy } from "./support/statement.js";

interface ElectiveVariable {
  inputs: { key: string; baseline: number; target_pct: number; actual: number; fixed: number }[];
  expected: { key: string; variable: number; total: number }[];
}

const CONTRACT = "hospital-contract/hospital-contract.concordat";

describe("elective work at full unit prices either side of a plan", () => {
  it("comes to the variable element and the total of the case", async function () {
    const { inputs, expected } = referenceCase<ElectiveVariable>("nhs-api-elective-variable", this);
    const contract = await exampleContract(CONTRACT);
    for (const { key, baseline, target_pct, actual, fixed } of inputs) {
      assert.deepEqual([baseline, target_pct], [80_000_000, 103], "the case has another base than the contract");
      const settled = entries(settle(contract, figuresGiven(contract, "2026/27", { "elective-value": `${actual}` })));
      const of = (payments: string[]) =>
        movedBy(
          "hospital",
          settled.filter(({ payment }) => payments.includes(payment)),
        ).net;
      const due = expected.find((each) => each.key === key)!;
      assert.equal(of(["elective-variable"]), money(due.variable), `${key}: the variable element`);
      const total = Rational.parse(of(["elective-plan", "elective-variable"])).plus(Rational.of(fixed));
      assert.equal(total.toFixed(2), money(due.total), `${key}: with the fixed element`);
    }
  });
});

describe("a milestone", () => {
  it("is due in the one year that its date falls in, by the first and by the last day", async () => {
    const contract = await exampleContract(CONTRACT);
    const years = (opened: string) =>
      entries(settle(contract, withAccreditation(opened)))
        .filter(({ payment }) => payment === "hub")
        .map(({ amount }) => amount);
    assert.deepEqual(years("2027-04-01"), ["0.00", "200000.00", "0.00"]);
    assert.deepEqual(years("2028-03-31"), ["0.00", "200000.00", "0.00"]);
    assert.deepEqual(years("2026-03-31"), ["0.00", "0.00", "0.00"]);

    function withAccreditation(opened: string) {
      const parts = ["2026/27", "2027/28", "2028/29"].map((year) =>
        figuresGiven(contract, year, { "hub-opened": opened, "hub-accredited": "1" }),
      );
      return { ...parts[0]!, values: parts.flatMap(({ values }) => values) };
    }
  });
});
