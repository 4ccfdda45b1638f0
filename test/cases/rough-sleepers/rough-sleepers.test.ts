import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFiles } from "@concordat/language";
import { type ContractModel, evaluatorOf, periodsOf } from "@concordat/model";
import { referenceCase } from "../../examples/support/reference-case.js";
import { root } from "../../examples/support/root.js";

interface Outcomes {
  inputs: { key: string; count: number }[];
  expected: { key: string; uncapped: number; capped_at_line_maximum: number }[];
}

const file = join(root, "test/cases/rough-sleepers/rough-sleepers.concordat");
const written = readFileSync(file, "utf8");
const withoutMaxima = written.replaceAll(/, at most £[\d,]+ in all over the term/g, "");

describe("the rate card for entrenched rough sleepers", () => {
  for (const [which, text] of [
    ["capped_at_line_maximum", written],
    ["uncapped", withoutMaxima],
  ] as const) {
    it(`pays what was published on each of 22 lines and in all, ${which.replaceAll("_", " ")}`, async function () {
      const { inputs, expected } = referenceCase<Outcomes>("sib-gm-entrenched-rough-sleepers", this);
      const contract = await contractOf(text);
      const lines = contract.cards![0]!.lines;
      assert.equal(lines.length, inputs.length);
      for (const [index, { key }] of inputs.entries()) {
        const alone = lines.map((_, line) => (line === index ? inputs[index]!.count : 0));
        assert.equal(paidFor(contract, alone), pounds(expected.find((each) => each.key === key)![which]), key);
      }
      const all = inputs.map(({ count }) => count);
      assert.equal(paidFor(contract, all), pounds(expected.find(({ key }) => key === "total")![which]));
    });
  }
});

const pounds = (amount: number): string => `${amount}.00`;

async function contractOf(text: string): Promise<ContractModel> {
  const readBeside = (path: string) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);
  const [checked] = await checkFiles([{ file, text }], readBeside);
  assert.deepEqual(checked!.findings, []);
  return checked!.contracts[0]!;
}

/** What so many on each line come to. */
function paidFor(contract: ContractModel, counts: readonly number[]): string {
  const [payment] = contract.payments;
  const [period] = periodsOf("term", evaluatorOf(contract, []).calendar);
  const values = contract.cards![0]!.lines.map(({ count: name }, line) => {
    return { name, of: {}, from: period!.fullFrom, to: period!.fullTo, value: `${counts[line]}` };
  });
  return evaluatorOf(contract, values).outcome(payment!, period!).amount!.toFixed(2);
}
