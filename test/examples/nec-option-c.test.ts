import assert from "node:assert/strict";
import { settle } from "@concordat/model";
import { exampleContract } from "./support/example-contract.js";
import { figuresGiven } from "./support/figures-given.js";
import { referenceCase } from "./support/reference-case.js";
import { entries, money, movedBy } from "./support/statement.js";

interface ShareRanges {
  inputs: { key: string; target: number; spend: number }[];
  expected: { key: string; share: number; final_paid: number }[];
}

/** Which contract has the share ranges of which case. */
const CONTRACT_OF: Record<string, string> = {
  cap_example: "capped-saving",
  over_50: "even-split",
  over_100: "guaranteed-maximum",
  building: "even-split",
  narrow_95: "narrow-ranges",
  narrow_105: "narrow-ranges",
  guide_75: "guide-ranges",
  guide_85: "guide-ranges",
  guide_100: "guide-ranges",
  guide_115: "guide-ranges",
};

describe("target contracts with share ranges", function () {
  this.timeout(300_000);
  it("pay what the published and derived cases say, to the penny", async function () {
    const { inputs, expected } = referenceCase<ShareRanges>("nec-option-c-share-ranges", this);
    for (const { key, target, spend } of inputs) {
      const contract = await exampleContract(`nec-option-c/${CONTRACT_OF[key]}.concordat`);
      const figures = { "target-price": String(target), "work-done": String(spend) };
      const settled = entries(settle(contract, figuresGiven(contract, "2026/27", figures)));
      const due = expected.find((each) => each.key === key)!;
      const share = settled.filter(({ payment }) => payment === "share");
      assert.equal(movedBy("contractor", share).net, money(due.share), `${key}: the share`);
      assert.equal(movedBy("contractor", settled).net, money(due.final_paid), `${key}: what is paid in the end`);
    }
  });
});
