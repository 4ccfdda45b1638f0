import assert from "node:assert/strict";
import { NODE_RULES } from "@concordat/model";
import { assertSameCalculation, assertSameMoney, assertSameStatement } from "./agreement.js";
import { calculatorOf } from "./load.js";
import { madeContract } from "./made-contracts.js";
import { scenariosOf, wholePeriods } from "./scenarios.js";

const CONTRACTS = 200;
/** What remembers earlier periods is tried in `test/time`, on periods that follow one another. */
const OVER_TIME = new Set(["balance", "line-value", "reach", "indexed", "cumulative", "rate-card"]);

describe("calculators of contracts made at random", function () {
  this.timeout(900_000);

  it("pay and calculate as the model does", async () => {
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= CONTRACTS; seed++) {
      const contract = madeContract(seed);
      const calculator = await calculatorOf(contract);
      const scenarios = scenariosOf(contract, seed);
      assertSameStatement(contract, calculator, scenarios.next().value.values);
      for (let count = 0; count < 8; count++) {
        const { values, period } = scenarios.next().value;
        for (const status of assertSameMoney(contract, calculator, values, period)) {
          seen.set(status, (seen.get(status) ?? 0) + 1);
        }
      }
      const periods = wholePeriods(contract, seed);
      for (let count = 0; count < 8; count++) {
        const { values, period, inputs } = periods.next().value;
        assertSameCalculation(contract, calculator, values, period, inputs);
      }
    }
    for (const status of ["determined", "provisional", "undetermined"])
      assert.ok((seen.get(status) ?? 0) > 100, status);
  });

  it("hold every kind of node", () => {
    const kinds = new Set<string>();
    for (let seed = 1; seed <= CONTRACTS; seed++) {
      for (const { kind } of Object.values(madeContract(seed).nodes)) kinds.add(kind);
    }
    const here = Object.keys(NODE_RULES).filter((kind) => !OVER_TIME.has(kind));
    assert.deepEqual([...kinds].sort(), here.sort());
  });
});
