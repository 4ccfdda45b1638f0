import assert from "node:assert/strict";
import {
  type Bounding,
  boundingOf,
  boundsOf,
  type ContractModel,
  evaluatorOf,
  everyStep,
  type Interval,
  type PaymentOutcome,
  periodsOf,
  type Rational,
  type Step,
} from "@concordat/model";
import { exampleContracts } from "../calculators/javascript/contracts.js";
import { madeContract } from "../calculators/javascript/made-contracts.js";
import { cases } from "../support/measure.js";
import { outcomesOf } from "./outcomes.js";

describe("the bounds of a contract", function () {
  this.timeout(1_800_000);

  it("hold every amount, every line and every part of the contracts in examples/, whatever is reported", async () => {
    let settled = 0;
    for (const [file, contracts] of await exampleContracts())
      for (const contract of contracts) settled += tryOutcomes(contract, file, cases(60));
    assert.ok(settled > 1_000, `${settled} payments were settled`);
  });

  it("hold every amount of contracts made at random", () => {
    let settled = 0;
    for (let seed = 1; seed <= cases(1_000); seed++) settled += tryOutcomes(madeContract(seed), `seed ${seed}`, 4);
    assert.ok(settled > 200, `${settled} payments were settled`);
  });
});

/** How many payments were settled. */
function tryOutcomes(contract: ContractModel, what: string, count: number): number {
  const outcomes = outcomesOf(contract, count);
  const bounding = boundingOf(contract);
  const ranges = new Map(boundsOf(contract).map((range) => [range.payment, range.amount]));
  let settled = 0;
  for (let turn = 0; turn < count; turn++) {
    const evaluator = evaluatorOf(contract, outcomes.next().value);
    const all = contract.payments.flatMap((payment) => {
      const set = contract.participants.find(({ name }) => name === payment.forEach);
      const rows = payment.forEach === undefined ? [undefined] : set!.rows.map(({ key }) => key).slice(0, 4);
      const periods = periodsOf(payment.each, evaluator.calendar).slice(0, 8);
      return periods.flatMap((period) => rows.map((row) => evaluator.outcome(payment, period, row)));
    });
    for (const outcome of all.filter(({ status }) => status === "determined")) {
      settled++;
      assertInside(outcome, bounding, what);
      assertWithin(ranges.get(outcome.payment.name), outcome.amount!, `${what}: ${outcome.payment.name}`);
    }
  }
  return settled;
}

function assertInside(outcome: PaymentOutcome, bounding: Bounding, what: string): void {
  const { payment, place } = outcome;
  const where = `${what}: ${payment.name} in ${place.period.label}`;
  const bounds = bounding.payment(payment, place);
  assertWithin(bounds.amount, outcome.amount!, where);
  for (const { party, amount } of outcome.receives)
    assertWithin(bounds.receives(party), amount, `${where}, ${party} receives`);
  for (const { party, amount } of outcome.pays) assertWithin(bounds.pays(party), amount, `${where}, ${party} pays`);
  for (const step of everyStep(outcome.steps)) assertStep(step, bounding, where);
}

function assertStep({ node, place, value }: Step, bounding: Bounding, where: string): void {
  for (const at of [place, { ...place, of: {} }]) {
    const can = bounding.of(node.id, at);
    const name = `${where}, ${node.kind} ${node.name ?? node.id}`;
    if (value.is === "number") assertWithin(can.numbers, value.number, name);
    if (value.is === "truth") assert.ok(can.truths?.includes(value.truth), `${name} is ${value.truth}`);
    if (value.is === "none") assert.ok(can.none, `${name} is none`);
    if (value.is === "name")
      assert.ok(can.names === "any" || can.names?.includes(value.name), `${name} is ${value.name}`);
  }
}

function assertWithin(interval: Interval | undefined, value: Rational, what: string): void {
  assert.ok(interval, `${what} is ${value.toText()}, and was to be never known`);
  const { low, high } = interval;
  const inside = (low === null || !value.below(low)) && (high === null || !value.above(high));
  const shown = (end: Rational | null): string => end?.toText() ?? "no end";
  assert.ok(inside, `${what} is ${value.toText()}, not from ${shown(low)} to ${shown(high)}`);
}
