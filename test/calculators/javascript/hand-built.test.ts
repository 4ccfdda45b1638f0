import assert from "node:assert/strict";
import type { ContractModel, InputValue } from "@concordat/model";
import { Builder, inYear, percent } from "../../model/build.js";
import { referenceMechanism } from "../../model/reference-mechanism.js";
import { assertSameCalculation, assertSameMoney, assertSameStatement } from "./agreement.js";
import { type Calculator, calculatorOf } from "./load.js";
import { scenariosOf, wholePeriods } from "./scenarios.js";

describe("the calculator of the reference mechanism", function () {
  this.timeout(900_000);
  let contract: ContractModel;
  let calculator: Calculator;

  before(async () => {
    contract = referenceMechanism();
    calculator = await calculatorOf(contract);
  });

  it("pays as the model does, on and around every number of the contract", () => {
    const scenarios = scenariosOf(contract, 4);
    for (let count = 0; count < 2000; count++) {
      const { values, period } = scenarios.next().value;
      assertSameMoney(contract, calculator, values, period);
    }
  });

  it("calculates as the model does, from short numbers and from long ones", () => {
    const scenarios = wholePeriods(contract, 5);
    for (let count = 0; count < 2000; count++) {
      const { values, period, inputs } = scenarios.next().value;
      assertSameCalculation(contract, calculator, values, period, inputs);
    }
  });

  it("calculates the first period unless told which", () => {
    const inputs = { m: [1900n, 10n], d: [2n, 100n], q: [9n, 10n], c: [46_000_000n, 1n] };
    assert.deepEqual(calculator.calculate(inputs), calculator.calculate(inputs, "2026/27"));
    assert.equal(calculator.calculate(inputs)[0]!.amount, 120_000_000n);
  });

  it("refuses a period that the contract does not have, and what is no exact number", () => {
    assert.throws(() => calculator.settle([], { period: "2031/32" }), /"2031\/32" is not a period of this contract/);
    assert.throws(() => calculator.calculate({}, "next year"), /"next year" is not a period of this contract/);
    const words = inYear(2026, { m: "200", d: "0.03", q: "0.9", c: "£1" });
    assert.throws(() => calculator.settle(words), /"£1" is not an exact number/);
    const below = { m: [200n, 1n], d: [3n, 100n], q: [9n, 10n], c: [1n, 0n] };
    assert.throws(() => calculator.calculate(below), /"1\/0" is not an exact number/);
    const float = { m: [200.5, 1], d: [3n, 100n], q: [9n, 10n], c: [1n, 1n] };
    assert.throws(() => calculator.calculate(float), /"200.5\/1" is not an exact number/);
  });
});

describe("a calculator", () => {
  const statusesOf = async (contract: ContractModel, values: InputValue[]): Promise<[string, string[]][]> => {
    const calculator = await calculatorOf(contract);
    assertSameStatement(contract, calculator, values);
    const { periods } = calculator.settle(values, { period: "2026/27" });
    return periods[0]!.payments.map(({ status, missing }) => [status, missing]);
  };

  /** A pool of which one weight waits for a metric, behind the policies given. */
  function waitingPool(...policies: ("defer" | "decide")[]): { b: Builder; pool: string } {
    const b = new Builder();
    const late = policies.reduce(
      (of, kind) => b.node("present", { of, policy: { kind, source: b.source() }, unit: percent }),
      b.metric("late"),
    );
    const weight = (on: string, achievement: string) => ({
      weight: "0.5",
      on,
      achievement,
      sharesWeight: false,
      source: b.source(),
    });
    const weights = [weight("late", late), weight("known", b.metric("known"))];
    return { b, pool: b.node("pool", { pool: b.constant("1000"), weights }) };
  }

  it("lets the reader of a payment that waits wait with it", async () => {
    const { b, pool } = waitingPool("defer");
    b.payment("incentive", pool);
    b.payment("bonus", b.node("payment-value", { payment: "incentive", reads: "earned", each: "year" }));
    assert.deepEqual(await statusesOf(b.done(), inYear(2026, { known: "1" })), [
      ["provisional", ["late"]],
      ["undetermined", ["incentive"]],
    ]);
  });

  it("keeps what a value waits for first: a decision is not awaited where reconciliation is", async () => {
    const first = waitingPool("defer", "decide");
    first.b.payment("incentive", first.pool);
    assert.deepEqual(await statusesOf(first.b.done(), inYear(2026, { known: "1" })), [["provisional", ["late"]]]);
    const second = waitingPool("decide", "defer");
    second.b.payment("incentive", second.pool);
    assert.deepEqual(await statusesOf(second.b.done(), inYear(2026, { known: "1" })), [["undetermined", ["late"]]]);
  });

  it("says nothing waits of what a condition on rows only looked at", async () => {
    const { b, pool } = waitingPool("defer");
    b.participants("practice", { north: {}, south: {} });
    const where = b.test(pool, "above", b.constant("1"));
    b.payment("counted", b.node("across", { axis: "practice", how: "count", where }));
    assert.deepEqual(await statusesOf(b.done(), inYear(2026, { known: "1" })), [["determined", []]]);
  });
});
