import assert from "node:assert/strict";
import { settle } from "@concordat/model";
import { exampleContract } from "./support/example-contract.js";
import { figuresGiven } from "./support/figures-given.js";
import { referenceCase } from "./support/reference-case.js";
import { entries, money, movedBy } from "./support/statement.js";

interface GainAndPain {
  inputs: { key: string; toc: number; aoc: number }[];
  expected: { key: string; nop_total: string; split?: Record<string, string>; borne_by_owner?: string }[];
}

/** The participants of the case by the names that the contract gives them. */
const PARTICIPANTS = { A: "builder", B: "designer", C: "operator" } as const;

describe("project alliances", () => {
  it("split gain and pain as the cases say, to the penny, none beyond its fee", async function () {
    const { inputs, expected } = referenceCase<GainAndPain>("alliance-50-50-multi-party", this);
    const contract = await exampleContract("project-alliance/project-alliance.concordat");
    for (const { key, toc, aoc } of inputs.filter((each) => each.key !== "scirt")) {
      const figures = { "target-outturn-cost": String(toc), "actual-outturn-cost": String(aoc) };
      const settled = entries(settle(contract, figuresGiven(contract, "2026/27", figures)));
      const due = expected.find((each) => each.key === key)!;
      for (const [letter, party] of Object.entries(PARTICIPANTS)) {
        assert.equal(movedBy(party, settled).net, money(due.split![letter]!), `${key}: ${party}`);
      }
      if (due.borne_by_owner !== undefined) {
        const overrun = Number(money(aoc - toc));
        const received = Number(movedBy("owner", settled).net);
        assert.equal(money(overrun - received), due.borne_by_owner, `${key}: what the owner bears of the overrun`);
      }
    }
  });

  it("return half of the overrun of a programme of 1.6 billion", async function () {
    const { inputs, expected } = referenceCase<GainAndPain>("alliance-50-50-multi-party", this);
    const { toc, aoc } = inputs.find(({ key }) => key === "scirt")!;
    const contract = await exampleContract("project-alliance/rebuild.concordat");
    const figures = { "target-cost": String(toc), "actual-cost": String(aoc) };
    const settled = entries(settle(contract, figuresGiven(contract, "2016/17", figures)));
    const { nop_total } = expected.find(({ key }) => key === "scirt")!;
    assert.equal(movedBy("contractors", settled).net, money(nop_total));
  });
});
