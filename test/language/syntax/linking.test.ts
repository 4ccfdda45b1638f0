import assert from "node:assert/strict";
import { nameMessages } from "./reading.js";

const HEAD = `provider trust  provider gps  group alliance { trust 60%, gps 40% }
  records spells dated by discharged { discharged date  method one of elective, emergency }
  metric emergency-rate { count of spells }  figure benchmark : money, during each year  figure expenditure : money, during each year`;

describe("names that nothing has", () => {
  const cases: readonly [line: string, message: string][] = [
    [
      "payment p { weight 40% on emergency-rates }",
      "There is no metric called emergency-rates. Did you mean emergency-rate?",
    ],
    ["payment p { pays £1  paid to trsut }", "There is no party called trsut. Did you mean trust?"],
    ["payment p { pays £1  paid to fund }", "There is no party called fund in this contract."],
    [
      "payment p { pays benchmark-expenditure }",
      "There is no value called benchmark-expenditure. Did you mean benchmark less expenditure?",
    ],
    ["metric m { count of spell }", "There is no set of records called spell. Did you mean spells?"],
    [
      "metric m { count of spells where methods is emergency }",
      "There is no field or category called methods. Did you mean method?",
    ],
    ["payment p { pays £1  paid to benchmark }", "benchmark is a figure; here the contract needs the name of a party."],
    ["example e { expect core earns £5 }", "There is no payment, party or value called core in this contract."],
    ['clause c """ the {boart} """', "There is no thing called boart in this contract."],
    [
      "payment p { only when then }",
      "Here the contract needs the name of a value, and nothing is called then: a name or an amount may be missing before it.",
    ],
  ];
  for (const [line, message] of cases) {
    it(line, async () => assert.deepEqual(await nameMessages(`contract a {\n  ${HEAD}\n  ${line}\n}`), [message]));
  }
});

describe("a contract that has no name yet", () => {
  it("is none that a deed could vary, and nothing fails", async () => {
    const text = `contract {\n}\nvariation one "One" of families {\n  effective 1 July 2027\n}`;
    assert.deepEqual(await nameMessages(text), ["There is no contract called families in this folder."]);
  });
});
