import assert from "node:assert/strict";
import { readOutcomeData } from "@concordat/data";
import { type InputValue, type Statement, settle } from "@concordat/model";
import { contractIn, dataFolderOf } from "./support/example-contract.js";

const QUARTER = { from: "2026-04-01", to: "2026-07-01" };
const settled = async (easier: string, harder: string | null): Promise<Statement> => {
  const count = (name: string, value: string | null): InputValue => ({
    name: `kept.${name}.count`,
    of: {},
    ...QUARTER,
    value,
  });
  const values = [count("easier", easier), count("harder", harder)];
  return settle(await contractIn("examples/kept-work/kept-work.concordat"), {
    values,
    digest: "0".repeat(64),
    quality: [],
  });
};

describe("at most 70% of all that are paid", () => {
  const said = async (easier: string, harder: string) => {
    const [payment] = (await settled(easier, harder)).periods[0]!.payments;
    return payment!.steps[0]!.sentence;
  };

  it("says how many of a line are within the limit", async () => {
    assert.equal(
      await said("100", "30"),
      "100 for easier at £1,000, of which 70 are within 70% of all that are paid, are £70,000 and 30 for harder at £1,400 are £42,000: £112,000.",
    );
  });

  it("says nothing of a limit that cuts nothing", async () => {
    assert.equal(
      await said("70", "30"),
      "70 for easier at £1,000 are £70,000 and 30 for harder at £1,400 are £42,000: £112,000.",
    );
    assert.equal(
      await said("71", "30"),
      "71 for easier at £1,000, of which 70 are within 70% of all that are paid, are £70,000 and 30 for harder at £1,400 are £42,000: £112,000.",
    );
  });

  it("pays those who wait when another of the harder group has kept work", async () => {
    const contract = await contractIn("examples/kept-work/kept-work.concordat");
    const { data } = await readOutcomeData(contract, dataFolderOf("kept-work/kept-work.concordat"));
    const amounts = settle(contract, data, { next: false }).periods.map(({ payments }) => payments[0]!.amount);
    assert.deepEqual(amounts, ["11200.00", "3400.00", "0.00", "0.00"]);
  });

  it("pays nobody beside nobody", async () => {
    assert.equal(
      await said("12", "0"),
      "12 for easier at £1,000, of which none is within 70% of all that are paid, are £0.",
    );
  });
});
