import assert from "node:assert/strict";
import { checkFiles } from "@concordat/language";
import { type ContractModel, runExample } from "@concordat/model";
import { assertSameStatement } from "./agreement.js";
import { type Calculator, calculatorOf } from "./load.js";
import { scenariosOf } from "./scenarios.js";

const PRACTICES = `practice,track,joined
riverside,standard,2026-05-01
hillside,enhanced,2028-06-01
`;
const CONTRACT = `contract wardle "Care in Wardle" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2029
  year      starts 1 April
  settled   each year
  rounding  nearest penny, halves away from zero
  division  by largest remainder
  commissioner icb  "The integrated care board"
  each provider practice "General practice" from "practices.csv" { track one of standard, enhanced  joined date }
  figure quality for each practice : percentage, during each year, if not reported defer to reconciliation

  table terms for each track {
    | track    | share                             | cap                               |
    | standard | 50%, then 60% from 1 April 2028   | £12,000                           |
    | enhanced | 70%, then 75% from 1 October 2027 | none, then £500 from 1 April 2027 |
  }
  table prices for each year {
    | year    | price  |
    | 2026/27 | £1,000 |
    | 2027/28 | £1,100 |
    | 2028/29 | £1,300 |
  }
  define factor as 98%, then 100% from 1 April 2027
  payment now "On today's terms" for each practice, each year {
    pays          price
    then times    share
    then times    quality
    then at most  cap
    paid to       that practice
  }
  payment then-joined "On the terms of the day of joining" for each practice, each year {
    pays        price as at joined
    then times  share as at joined
    then times  factor as at joined
    then times  quality
    paid to     that practice
  }
  example first-year {
    in      2026/27
    given   quality of riverside 100%, quality of hillside 100%
    expect  now of riverside earns £500
    expect  now of hillside earns £700
    expect  then-joined of riverside earns £490
    expect  then-joined of hillside earns £975
  }
  example second-year {
    in      2027/28
    given   quality of riverside 100%, quality of hillside 100%
    expect  now of riverside earns £550
    expect  now of hillside earns £500
    expect  then-joined of riverside earns £490
    expect  then-joined of hillside earns £975
  }
  example third-year {
    in      2028/29
    given   quality of riverside 100%, quality of hillside 50%
    expect  now of riverside earns £780
    expect  now of hillside earns £487.50
    expect  then-joined of riverside earns £490
    expect  then-joined of hillside earns £487.50
  }
}
`;

describe("terms that change on days, and terms as at a day", function () {
  this.timeout(300_000);
  let contract: ContractModel;
  let calculator: Calculator;
  before(async () => {
    const [checked] = await checkFiles([{ file: "wardle.concordat", text: CONTRACT }], () => PRACTICES);
    assert.deepEqual(checked!.findings, []);
    contract = checked!.contracts[0]!;
    calculator = await calculatorOf(contract);
  });

  it("are those of the first day of the period, or of the day named", () => {
    for (const example of contract.examples) {
      const { passed, expectations } = runExample(contract, example);
      assert.ok(passed, JSON.stringify(expectations));
    }
  });

  it("are the same in the calculator", () => {
    const scenarios = scenariosOf(contract, 1);
    for (let count = 0; count < 50; count++) assertSameStatement(contract, calculator, scenarios.next().value.values);
  });
});
