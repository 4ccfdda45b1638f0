import { referenceMechanism } from "../../model/reference-mechanism.js";
import { assertSameCalculation, assertSameMoney } from "./agreement.js";
import { calculatorOf } from "./load.js";
import { scenariosOf, wholePeriods } from "./scenarios.js";

describe("the calculator of the reference mechanism", function () {
  this.timeout(60_000);

  it("pays as the model does, on and around every number of the contract", async () => {
    const contract = referenceMechanism();
    const calculator = await calculatorOf(contract);
    const scenarios = scenariosOf(contract, 4);
    for (let count = 0; count < 5000; count++) {
      const { values, period } = scenarios.next().value;
      assertSameMoney(contract, calculator, values, period);
    }
  });

  it("calculates as the model does, from short numbers and from long ones", async () => {
    const contract = referenceMechanism();
    const calculator = await calculatorOf(contract);
    const scenarios = wholePeriods(contract, 5);
    for (let count = 0; count < 5000; count++) {
      const { values, period, inputs } = scenarios.next().value;
      assertSameCalculation(contract, calculator, values, period, inputs);
    }
  });
});
