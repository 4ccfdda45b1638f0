import assert from "node:assert/strict";
import { boundsOf, type Interval, type PaymentRange, show } from "@concordat/model";
import { exampleContracts } from "../calculators/javascript/contracts.js";

const POUNDS = { kind: "quantity", dims: { GBP: 1 } } as const;

describe("what the payments of an alliance can come to", function () {
  this.timeout(300_000);
  const ranges = new Map<string, PaymentRange>();
  before(async () => {
    const [contract] = (await exampleContracts()).get("rochdale/rochdale.concordat")!;
    for (const range of boundsOf(contract!)) ranges.set(range.payment, range);
  });
  const said = (interval: Interval | undefined): string =>
    [interval?.low, interval?.high].map((end) => (end ? show(end, POUNDS) : "no bound")).join(" to ");

  it("is a pool from nothing to all of it, weight by weight", () => {
    const outcomes = ranges.get("outcomes")!;
    assert.equal(said(outcomes.amount), "£0 to £1,200,000");
    const [weights] = outcomes.branches[0]!.lines.map(({ weights }) => weights).filter((all) => all.length > 0);
    assert.deepEqual(
      weights!.map(({ amount }) => said(amount)),
      ["£0 to £480,000", "£0 to £360,000", "£0 to £360,000"],
    );
  });

  it("is a gain or a loss share up to its deepest band, whatever the services cost", () => {
    const { periods } = ranges.get("gain-loss")!;
    // Half of 8% of £48,000,000 is more than two fifths of 3% of it.
    assert.equal(said(periods[0]!.amount), "£0 to £1,920,000");
  });

  it("is bounded for each party by its share", () => {
    const trust = ranges.get("outcomes")!.parties.find(({ party }) => party === "trust")!;
    assert.equal(said(trust.receives), "£0 to £660,000");
    assert.equal(said(trust.pays), "£0 to £0");
  });
});
