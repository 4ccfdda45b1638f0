import assert from "node:assert/strict";
import { helpOn } from "../../../packages/language/src/editor/help.js";
import { services } from "../syntax/reading.js";
import { hover } from "./asking.js";

const contract = (lines: string): string => `contract a {
  currency GBP  term from 1 April 2026 to 31 March 2028  year starts 1 April  settled each year
  rounding nearest penny, halves away from zero  division by largest remainder
  commissioner icb  provider trust
  records surveys dated by answered { answered date  rating one of good, poor }
  figure seen : visits, during each year, if not reported defer to reconciliation
  metric happy {
    share of surveys counting those where rating is good  measured each year
    better higher  range from 0% to 100%  baseline 70%  target 85%  if not reported treat as missed
  }
  ${lines}
}`;
const POOL =
  "payment core each year { pool £100,000  weight 100% on happy, scaled 0% at baseline, 100% at target  paid to trust }";

describe("hover", () => {
  it("says of a payment the least and the most that it can come to, and where it is used", async () => {
    const example = "example good { in 2026/27  given happy 85%  expect core earns £100,000 }";
    const said = (await hover(contract(`${POOL.replace("core", "co‸re")}  ${example}`)))!;
    assert.match(said, /Comes to between £0 and £100,000, each year\./);
    assert.match(said, /Used once: in `good`\./);
  });
  it("says of a value what it is counted in", async () =>
    assert.match(
      (await hover(contract(`${POOL}  payment p each year { pays £1 for each visit of see‸n  paid to trust }`)))!,
      /^\*\*seen\*\*, figure\n\nIn visits, for each year\./,
    ));
  it("says what a fixed value comes to", async () =>
    assert.match(
      (await hover(contract("define bu‸dget as £10 each year, uplifted by 10% on 1 April each year from 2027")))!,
      /Nothing refers to it/,
    ));
  it("says what a part of something is in money", async () => {
    assert.equal(await hover(contract(POOL.replace("weight 100%", "weight 10‸0%"))), "`weight 100%` is **£100,000**.");
    const part = "define budget as £200,000 each year  payment p each year { pays 5‸% of budget  paid to trust }";
    assert.equal(await hover(contract(part)), "`5% of budget` is **£10,000**.");
  });
  it("works an amount that data decide out in the contract's own example", async () => {
    const tariff = `figure spend : money, during each year, if not reported defer to reconciliation
      payment tariff each year { pays 3 ti‸mes spend  paid to trust }
      example busy "A busy year" { in 2026/27  given spend £200  expect tariff earns £600 }`;
    const said = (await hover(contract(tariff)))!;
    assert.match(said, /^\*\*times\*\*: Multiplies\./);
    assert.match(said, /In the example \*A busy year\*: .*£200.*£600/);
  });
  it("says on which day a date falls, and where in the term", async () => {
    assert.equal(
      await hover(contract("define fee as £1, then £2 from 1 Ap‸ril 2027")),
      "**Thursday 1 April 2027**. It lies in 2027/28 Q1, and is the first day of 2027/28.",
    );
    assert.match(
      (await hover("contract a { term from 2026-04-‸01 to 31 March 2027 }"))!,
      /^\*\*Wednesday 1 April 2026\*\*, the first day of the term/,
    );
  });
  it("says which days a period has, and how many periods the term", async () => {
    assert.equal(
      await hover(contract("example e { in 2026/2‸7 Q2  expect core earns £1 }")),
      "**2026/27 Q2**: 1 July 2026 to 30 September 2026, 92 days.",
    );
    const said = (await hover(contract(POOL.replace("each year", "each yea‸r"))))!;
    assert.match(said, /The term has 2; the first, 2026\/27, is 1 April 2026 to 31 March 2027\./);
  });
  it("says how long a stretch of time is", async () => {
    const share = "metric again { share of surveys that are answered within 2 we‸eks of answered }";
    assert.equal(await hover(contract(share)), "**2 weeks**: 14 days, complete on the day after them.");
  });
  it("has something to say on every word but the smallest", () => {
    const words = Object.keys(services.Concordat.parser.Lexer.definition).filter((name) => /^[a-z]/.test(name));
    const small = words.filter((word) => !helpOn(word));
    assert.deepEqual(
      small.filter((word) => word.length > 5),
      [],
    );
    assert.ok(small.length < 30, `${small.length} words say nothing`);
  });
});
