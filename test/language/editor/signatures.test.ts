import assert from "node:assert/strict";
import { signature } from "./asking.js";

const payment = (line: string): string => `contract a { metric m { }  payment p { ${line} } }`;
const shape = (line: string): string =>
  `contract a { shape two-step "Half, then all" with lower percentage, upper percentage as tiered 100% when at least upper, otherwise 0%  ${line} }`;

/** The part that is being written. */
const part = async (text: string): Promise<string | undefined> =>
  /\*\*(.*)\*\*/.exec((await signature(text)) ?? "")?.[1];

describe("the parts of a construct while it is written", () => {
  it("shows them all, and which of them is due", async () =>
    assert.equal(
      await signature(payment("weight 40% on m, scaled ‸")),
      "scaled  on metric  **value**  at place  not reported when below place",
    ));
  it("goes with the cursor through a scale", async () => {
    assert.equal(await part(payment("weight 40% on m, scaled 0% at ‸")), "at place");
    assert.equal(await part(payment("weight 40% on m, scaled 0% at baseline, ‸")), "value");
    assert.equal(
      await part(payment("weight 40% on m, scaled 0% at baseline, not reported when ‸")),
      "not reported when below place",
    );
    assert.equal(await part("contract a { define x as scaled on ‸ }"), "on metric");
  });
  it("goes through tiers and bands", async () => {
    assert.equal(await part(payment("weight 40% on m, tiered 100% when ‸")), "when test");
    assert.equal(await part(payment("weight 40% on m, tiered 100% when at least 85%, otherwise ‸")), "otherwise value");
    assert.match((await part(payment("pays banded on m 5% of the first ‸")))!, /^of the first/);
    assert.equal(await part(payment("pays banded on m 5% of the first £10, ‸")), "rate");
  });
  it("goes through a weight", async () => {
    assert.equal(await part(payment("weight ‸")), "share");
    assert.equal(await part(payment("weight 40% on ‸")), "on metric");
    assert.equal(await part(payment("weight 40% on m, ‸")), "shape");
  });
  it("goes through a rate and what follows an event", async () => {
    assert.equal(await part("contract a { metric m { rate count of x where y is z, per 1,000 ‸ } }"), "base");
    assert.equal(
      await part("contract a { metric m { share of x\n that are followed within 30 days of a by ‸ } }"),
      "by records",
    );
  });
  it("goes through who is paid, and the limit of each", async () => {
    assert.equal(await part(payment("paid to ‸")), "party share");
    assert.equal(await part(payment("each pays at most 5% of m, ‸")), "the excess from party");
  });
  it("shows the parameters of a shape that the contract declares, in whichever order they are given", async () => {
    assert.equal(
      await signature(shape("define s as two-step on m with ‸")),
      "two-step with  **lower percentage**  upper percentage",
    );
    assert.equal(await part(shape("define s as two-step on m with lower 80%, ‸")), "upper percentage");
    assert.equal(await part(shape("define s as two-step on m with upper 80‸")), "upper percentage");
  });
  it("ends with the line", async () => {
    assert.equal(await signature(payment("weight 40% on m\n    paid by icb\n    accept ‸")), undefined);
    assert.equal(await signature(payment("weight 40% on m }  clause c { ‸")), undefined);
  });
  it("says nothing where the same word means something else, or in quotes", async () => {
    assert.equal(await signature("contract a { define x as points of ‸ }"), undefined);
    assert.equal(await signature('contract a { provider trust "paid to ‸" }'), undefined);
  });
});
