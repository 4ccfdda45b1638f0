import { referenceMechanism } from "../../model/reference-mechanism.js";
import { assertAgreement } from "./agreement.js";
import { calculatorOf } from "./load.js";
import { scenariosOf } from "./scenarios.js";

describe("a calculator of the reference mechanism", () => {
  it("pays as the model does, on and around every number of the contract", async () => {
    const contract = referenceMechanism();
    const calculator = await calculatorOf(contract);
    const scenarios = scenariosOf(contract, 20260731);
    for (let count = 0; count < 2000; count++) {
      const { values, period } = scenarios.next().value;
      assertAgreement(contract, calculator, values, period);
    }
  });
});
