import assert from "node:assert/strict";
import { checkFiles } from "@concordat/language";
import { type ContractModel, checkGuarantee, evaluatorOf, type Guarantee, periodsOf, Rational } from "@concordat/model";
import fc from "fast-check";
import { outcomesOf } from "../bounds/outcomes.js";
import { cases } from "../support/measure.js";

/** An alliance with a pool and a share of losses; the numbers are chosen by the test. */
const contractWith = (terms: {
  pool: number;
  low: number;
  gate: number;
  loss: number;
  cap: number;
  most: number;
}): string => `
contract made "Made" {
  currency GBP
  term from 1 April 2026 to 31 March 2028
  year starts 1 April
  settled each year
  rounding nearest penny, halves away from zero
  division by largest remainder
  commissioner icb "The board"
  provider trust "The trust"
  provider charity "The charity"
  records stays dated by ended { ended date  back yes or no  late yes or no }
  metric returns {
    share of stays counting those where back  measured each year  better lower
    range from 0% to 100%  baseline 14%  target 12%  if not reported defer to reconciliation
  }
  metric delays {
    share of stays counting those where late  measured each year  better lower
    range from 0% to 100%  baseline 30%  target 20%  if not reported defer to reconciliation
  }
  figure cost : money, during each year, if not reported defer to reconciliation
  payment results each year {
    pool     £${terms.pool}
    weight   60% on returns, scaled 0% at baseline, 100% at target
    weight   40% on delays, tiered 100% when below 20%, ${terms.low}% when from 20% to below 25%, otherwise 0%
    paid to  trust 70%, charity 30%
  }
  payment gated each year {
    pays       £10,000
    only when  returns below ${terms.gate}%
    paid to    charity
  }
  payment loss each year {
    pays     cost
    then     times ${terms.loss}%
    then     at most £${terms.cap}
    paid by  trust 70%, charity 30%
  }
  always in-all      : total paid each year at most £${terms.most}
  always each-loss   : for each provider, what it pays under loss each year at most £${Math.floor(terms.cap / 2)}
  always right-way   : results does not fall when returns improves
  always other-way   : results does not fall when delays worsens
  always gate-way    : gated does not rise when returns worsens
  always small-steps : no change of delays by less than 1% moves results by more than £${Math.floor(terms.pool / 3)}
  always in-pool     : results keeps within its pool
}`;

const made = fc.record({
  pool: fc.integer({ min: 1_000, max: 500_000 }),
  low: fc.integer({ min: 0, max: 100 }),
  gate: fc.integer({ min: 5, max: 30 }),
  loss: fc.integer({ min: 1, max: 60 }),
  cap: fc.integer({ min: 1, max: 200_000 }),
  most: fc.integer({ min: 1, max: 600_000 }),
});

async function checked(text: string): Promise<ContractModel> {
  const [file] = await checkFiles([{ file: "made.concordat", text }], () => undefined);
  assert.deepEqual(
    file!.findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
    [],
  );
  return file!.contracts[0]!;
}

describe("a claim of every outcome", function () {
  this.timeout(900_000);

  it("that is proved is never broken, whatever is reported; one that is refuted has its figures", () =>
    fc.assert(
      fc.asyncProperty(made, async (terms) => {
        const contract = await checked(contractWith(terms));
        for (const guarantee of contract.guarantees!) {
          const { verdict, counterexample, sentence } = checkGuarantee(contract, guarantee);
          if (verdict === "refuted") assert.ok(counterexample && counterexample.figures.length > 0, sentence);
          // The claim stands on each random outcome as a worked example would.
          if (verdict === "proved") for (const values of some(contract, 6)) holdsOn(values, guarantee, contract);
        }
      }),
      { numRuns: cases(200) },
    ));

  it("is proved where it holds, and refuted where figures break it", async () => {
    const contract = await checked(
      contractWith({ pool: 100_000, low: 50, gate: 14, loss: 50, cap: 40_000, most: 105_000 }),
    );
    const verdicts = Object.fromEntries(
      contract.guarantees!.map((guarantee) => [guarantee.name, checkGuarantee(contract, guarantee).verdict]),
    );
    assert.deepEqual(verdicts, {
      "in-all": "refuted",
      "each-loss": "refuted",
      "right-way": "proved",
      "other-way": "refuted",
      "gate-way": "proved",
      "small-steps": "proved",
      "in-pool": "proved",
    });
  });
});

/** From nothing to all, closely about where the rules change. */
const ALONG = [
  "0",
  "0.115",
  "0.12",
  "0.125",
  "0.139",
  "0.14",
  "0.141",
  "0.199",
  "0.2",
  "0.201",
  "0.249",
  "0.25",
  "0.251",
  "0.299",
  "0.3",
  "0.5",
  "1",
].map((text) => Rational.parse(text));

function some(contract: ContractModel, count: number) {
  const outcomes = outcomesOf(contract, 7);
  return Array.from({ length: count }, () => outcomes.next().value.filter(({ value }) => value !== null));
}

/** Settles the outcome, or several that differ in nothing but the metric, and looks at the amounts themselves. */
function holdsOn(values: ReturnType<typeof some>[number], { claim, name }: Guarantee, contract: ContractModel): void {
  const evaluator = evaluatorOf(contract, values);
  const [period] = periodsOf("year", evaluator.calendar);
  const amountOf = (payment: string, from = evaluator): Rational | null =>
    from.outcome(contract.payments.find((one) => one.name === payment)!, period!).exact;
  const money = (all: readonly (Rational | null)[]): Rational => Rational.sum(all.map((one) => one ?? Rational.zero));
  if (claim.kind === "pool") {
    const pool = evaluator.payment(claim.payment, { period: period!, of: {} }).pool;
    assert.ok(pool.is === "number" && !amountOf(claim.payment)?.above(pool.number), name);
  } else if (claim.kind === "total") {
    const paid = money([amountOf("results"), amountOf("gated")]).less(money([amountOf("loss")]));
    const [, most] = /at most £(\d+)/.exec(`at most £${limitOf(claim, contract)}`)!;
    assert.ok(!paid.above(Rational.parse(most!)), `${name}: ${paid.toText()}`);
  } else if (claim.kind === "party") {
    const { pays } = evaluator.outcome(contract.payments.find((one) => one.name === claim.payment)!, period!);
    for (const { amount } of pays) assert.ok(!amount.above(Rational.parse(limitOf(claim, contract))), name);
  } else {
    const at = (value: Rational): Rational | null => {
      const input = { name: claim.metric, of: {}, from: period!.fullFrom, to: period!.fullTo, value: value.toText() };
      return amountOf(claim.payment, evaluator.replacing(input));
    };
    const upwards = claim.kind === "direction" && (claim.never === "falls") === (claim.direction === "up");
    for (const [index, to] of ALONG.entries()) {
      const from = ALONG[index - 1];
      const [before, after] = [from && at(from), at(to)];
      if (!from || !before || !after) continue;
      const what = `${name}: ${before.toText()} to ${after.toText()}`;
      if (claim.kind === "direction") assert.ok(upwards ? !after.below(before) : !after.above(before), what);
      else if (to.less(from).below(Rational.parse(claim.change)))
        assert.ok(!after.less(before).size().above(Rational.parse(claim.most)), what);
    }
  }
}

function limitOf(claim: Extract<Guarantee["claim"], { kind: "total" | "party" }>, contract: ContractModel): string {
  const node = "node" in claim.value ? contract.nodes[claim.value.node] : undefined;
  assert.equal(node?.kind, "constant");
  return node?.kind === "constant" ? node.value : "0";
}
