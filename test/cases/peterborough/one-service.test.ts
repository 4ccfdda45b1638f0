import assert from "node:assert/strict";
import { join } from "node:path";
import { type ContractModel, evaluatorOf, type InputValue, periodsOf, Rational } from "@concordat/model";
import { contractIn } from "../../examples/support/example-contract.js";
import { referenceCase } from "../../examples/support/reference-case.js";
import { root } from "../../examples/support/root.js";

interface TwoStages {
  inputs: [{ observed_per_100: number; control_per_100: number }, { pooled_reduction: number }];
  expected: [{ reduction: number; published_reduction: number; cohort_payment: boolean }, { pooled_payment: boolean }];
}

describe("the two-stage test of the One Service bond", () => {
  it("leaves the first cohort to the pooled test, and pays on that", async function () {
    const { inputs, expected } = referenceCase<TwoStages>("sib-peterborough-two-stage-threshold", this);
    const [{ observed_per_100: observed, control_per_100: control }, { pooled_reduction }] = inputs;
    const contract = await contractIn(join(root, "test/cases/peterborough/one-service.concordat"));
    const alone = settled(contract, { one: [observed, control] });
    const fall = Rational.of(control - observed, control);
    assert.ok(Math.abs(Number(fall.toFixed(6)) - expected[0].reduction) < 0.0005);
    assert.equal(alone.one, undefined, "the first cohort is not paid by itself, and not refused either");
    assert.equal(expected[0].cohort_payment, false);
    // A second cohort of a size that makes the pooled fall what was published.
    const second = Math.round((pooled_reduction * 2 - (control - observed) / control) * control);
    const both = settled(contract, { one: [observed, control], two: [control - second, control] });
    assert.equal(both.one?.isZero === false && both.two?.isZero === false, expected[1].pooled_payment);
  });
});

/** What each cohort is paid, from what was observed and what was to be expected; undefined where it is not determined. */
function settled(
  contract: ContractModel,
  counts: Record<string, [number, number]>,
): Record<string, Rational | undefined> {
  const [term] = periodsOf("term", evaluatorOf(contract, []).calendar);
  const values = Object.entries(counts).flatMap(([release, [observed, expected]]): InputValue[] =>
    [
      ["observed", observed],
      ["matched.expected", expected],
    ].map(([name, value]) => ({
      name: String(name),
      of: { release },
      from: term!.fullFrom,
      to: term!.fullTo,
      value: `${value}`,
    })),
  );
  const evaluator = evaluatorOf(contract, values);
  const amount = (release: string) => evaluator.outcome(contract.payments[0]!, term!, release).amount ?? undefined;
  return { one: amount("one"), two: amount("two") };
}
