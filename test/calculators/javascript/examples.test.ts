import assert from "node:assert/strict";
import type { ContractModel } from "@concordat/model";
import { cases } from "../../support/measure.js";
import { assertSameCalculation, assertSameMoney, assertSameStatement } from "./agreement.js";
import { exampleContracts } from "./contracts.js";
import { type Calculator, calculatorOf } from "./load.js";
import { scenariosOf, wholePeriods } from "./scenarios.js";

const SCENARIOS = cases(10_000);
const CALCULATIONS = cases(2_000);
const STATEMENTS = cases(50);

/** With many participants each scenario draws a set of values for each of them. */
const rowsOf = ({ participants }: ContractModel): number => Math.max(1, ...participants.map(({ rows }) => rows.length));

for (const [path, contracts] of await exampleContracts()) {
  describe(`the calculator of ${path}`, function () {
    this.timeout(900_000);
    let contract: ContractModel;
    let calculator: Calculator;

    before(async () => {
      assert.equal(contracts.length, 1, "the example is not checked without error");
      contract = contracts[0]!;
      calculator = await calculatorOf(contract);
    });

    it("gives the model's statement on every worked example", () => {
      for (const { given, period } of contract.examples) {
        const { label } = period;
        const values = given.map(({ input, of, value, period: { from, to } = period }) => ({
          name: input,
          of,
          from,
          to,
          value,
        }));
        assertSameStatement(contract, calculator, values, label);
        assertSameStatement(contract, calculator, values);
      }
    });

    it("gives the model's statement over the whole term", () => {
      const scenarios = scenariosOf(contract, 1);
      for (let count = 0; count < STATEMENTS; count++)
        assertSameStatement(contract, calculator, scenarios.next().value.values);
    });

    it(`pays as the model does on ${SCENARIOS} sets of values, on and around every number of the contract`, () => {
      const scenarios = scenariosOf(contract, 2);
      const seen = new Map<string, number>();
      const needed = Math.ceil(SCENARIOS / rowsOf(contract));
      for (let count = 0; count < needed; count++) {
        const { values, period } = scenarios.next().value;
        for (const status of assertSameMoney(contract, calculator, values, period)) {
          seen.set(status, (seen.get(status) ?? 0) + 1);
        }
      }
      for (const status of ["determined", "undetermined"]) assert.ok((seen.get(status) ?? 0) > needed / 20, status);
    });

    it(`calculates as the model does on ${CALCULATIONS} sets of numbers, short and long`, () => {
      const scenarios = wholePeriods(contract, 3);
      for (let count = 0; count < CALCULATIONS; count++) {
        const { values, period, inputs } = scenarios.next().value;
        assertSameCalculation(contract, calculator, values, period, inputs);
      }
    });
  });
}
