import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readOutcomeData } from "@concordat/data";
import { Rational, runExample, settle } from "@concordat/model";
import { skip } from "../support/skip.js";
import { checkExample, dataFolderOf, exampleContract, exampleFiles, said } from "./support/example-contract.js";
import { amountOf, entries } from "./support/statement.js";

describe("examples", () => {
  for (const name of exampleFiles()) {
    describe(name, () => {
      it("is checked without a finding", async () => {
        const { findings, contracts } = await checkExample(name);
        assert.equal(said(findings), "");
        assert.equal(contracts.length, 1);
      });

      it("agrees with every worked example in it", async () => {
        const contract = await exampleContract(name);
        assert.ok(contract.examples.length > 0, "it has no worked example");
        const wrong = contract.examples
          .map((example) => runExample(contract, example))
          .flatMap(({ name: example, expectations }) =>
            expectations.filter(({ passed }) => !passed).map(({ sentence }) => `${example}: ${sentence}`),
          );
        assert.deepEqual(wrong, []);
      });

      it("settles on its data: all of it determined, balanced, and the same again", async function () {
        this.timeout(300_000);
        const folder = dataFolderOf(name);
        if (!existsSync(folder)) {
          skip(this, "no data yet: node scripts/make-data/index.mjs writes it");
        }
        const contract = await exampleContract(name);
        const { data, problems } = await readOutcomeData(contract, folder);
        const statement = settle(contract, data, { next: false });
        assert.deepEqual(
          problems.filter(({ fatal }) => fatal).map(({ message }) => message),
          [],
        );
        const settled = entries(statement);
        assert.ok(settled.length > 0, "no period is settled");
        assert.deepEqual(
          settled.filter(({ status }) => status !== "determined").map(({ payment, reason }) => `${payment}: ${reason}`),
          [],
        );
        for (const { payment, amount, flows, receives, pays } of settled) {
          const sum = (parts: readonly { amount: string }[]): string => Rational.sum(parts.map(amountOf)).toFixed(2);
          assert.deepEqual([flows, receives, pays].map(sum), [amount, amount, amount], `${payment} does not balance`);
        }
        const again = settle(contract, (await readOutcomeData(contract, folder)).data, { next: false });
        assert.equal(JSON.stringify(again), JSON.stringify(statement), "it is not the same when it is made again");
      });
    });
  }
});
