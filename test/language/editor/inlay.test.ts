import assert from "node:assert/strict";
import { withHints } from "./asking.js";

const HEADER = `
  currency  GBP
  term      from 1 April 2026 to 31 March 2028
  year      starts 1 April
  settled   each year
  rounding  nearest penny, halves away from zero
  division  by largest remainder
  commissioner icb
  provider trust  provider gps
  group both { trust 55%, gps 45% }
  records surveys dated by answered { answered date  rating one of good, poor }
  metric happy {
    share of surveys counting those where rating is good  measured each year
    better higher  range from 0% to 100%  baseline 70%  target 85%  if not reported treat as missed
  }`;
const contract = (lines: string): string => `contract a {${HEADER}\n${lines}\n}`;

/** The lines as they are, and as an editor shows them. */
async function shows(lines: string, shown: string): Promise<void> {
  assert.equal(await withHints(contract(lines)), contract(shown));
}

describe("hints beside the text", () => {
  it("say what a weight is worth in full, and what each party gets of a fixed amount", async () => {
    await shows(
      `
  payment core each year { pays £1,000,000  paid to both }
  payment incentive each year {
    pool   £100,000
    weight 40% on happy, scaled 0% at baseline, 100% at target
    weight 60% on happy, tiered 100% when at least 85%, otherwise 0%
    paid to both
  }`,
      `
  payment core each year { pays £1,000,000  paid to both ⟦trust £550,000, gps £450,000⟧ }
  payment incentive each year {
    pool   £100,000
    weight 40% ⟦= £40,000⟧ on happy, scaled 0% at baseline, 100% at target
    weight 60% ⟦= £60,000⟧ on happy, tiered 100% when at least 85%, otherwise 0%
    paid to both
  }`,
    );
  });
  it("say of which year an amount is that grows", async () =>
    shows(
      `
  define budget as £200,000 each year, uplifted by 10% on 1 April each year from 2027
  payment core each year { pays 5% of budget  paid to trust }`,
      `
  define budget as £200,000 each year, uplifted by 10% on 1 April each year from 2027
  payment core each year { pays 5% of budget ⟦= £10,000 in 2026/27⟧  paid to trust }`,
    ));
  it("share the odd penny as the contract does", async () =>
    shows(
      "  payment core each year { pays £0.99  paid to both }",
      "  payment core each year { pays £0.99  paid to both ⟦trust £0.54, gps £0.45⟧ }",
    ));
  it("say nothing of an amount that data decide", async () => {
    const lines = `
  figure spend : money, during each year, if not reported treat as missed
  payment core each year { pays 5% of spend  paid to both }`;
    await shows(lines, lines);
  });
  it("say which days a period has, and how many days weeks are", async () =>
    shows(
      `
  records steps dated by began lasting to ended { worker pseudonym  step one of in-work, at-home  began date  ended date, may be missing }
  payment jobs each quarter {
    rates for each person in steps { stayed: £10 when in-work for 26 weeks without a break }
    paid to trust
  }
  example e { in 2026/27 Q3  given stayed 2  expect jobs earns £20 }`,
      `
  records steps dated by began lasting to ended { worker pseudonym  step one of in-work, at-home  began date  ended date, may be missing }
  payment jobs each quarter {
    rates for each person in steps { stayed: £10 when in-work for 26 weeks ⟦= 182 days⟧ without a break }
    paid to trust
  }
  example e { in 2026/27 Q3 ⟦1 October 2026 to 31 December 2026⟧  given stayed 2  expect jobs earns £20 }`,
    ));
  it("say nothing of money while something in the contract is wrong", async () => {
    const lines = "  payment core each year { pays £1,000,000  paid to both, nobody }";
    await shows(lines, lines);
  });
});
