import assert from "node:assert/strict";
import { checkAmong, HEADER, said } from "./reuse/files.js";

const contract = (...clauses: readonly string[]): string => `contract wardle "Wardle" {${HEADER}
  figure cost "Cost" : money, during each year, if not reported defer to reconciliation
  define expected "Expected cost" as £10,000,000 each year
  payment gain "Gain share" each year {
    compares cost with expected
    if below { then times 5%  paid to gps }
  }
  ${clauses.map((text, index) => `clause clause-${index + 1} """${text}"""`).join("\n  ")}
}
`;
const findings = async (...clauses: readonly string[]): Promise<string[]> =>
  said(await checkAmong({ "wardle.concordat": contract(...clauses) }));

describe("words that agree with the rules give no warning", function () {
  this.timeout(300_000);
  const AGREE: Record<string, string> = {
    "the rule's own amount": "The practices receive 5% of what is saved under {gain}.",
    "the same amount written otherwise":
      "The practices receive 5 per cent under {gain}. {expected} is £10 million a year.",
    "an amount of what the rule reads": "Under {gain} cost is compared with £10,000,000.",
    "the day on which the contract begins": "From 1 April 2026 {gain} is paid.",
    "all of it and nothing of it": "100% of the saving counts under {gain}, and 0% of a loss.",
    "an example": "For example, {gain} of 4% would be too little.",
    "another sentence than that with the name": "{gain} is paid. Interest of 3% is due on late payment.",
    "an amount of a kind that the rule has none of": "{gain} is paid by 30 June 2027.",
  };
  for (const [what, text] of Object.entries(AGREE)) {
    it(what, async () => assert.deepEqual(await findings(text), []));
  }
  it("but another percentage does", async () =>
    assert.deepEqual(await findings("The practices receive 4% of what is saved under {gain}."), [
      "wardle.concordat:16 The clause says 4%, gain says 5%.",
    ]));
});

describe("clauses that go before each other in one order give no warning", function () {
  this.timeout(300_000);
  it("despite and subject to may say one thing twice", async () =>
    assert.deepEqual(await findings("Subject to {clause-2}.", "Despite {clause-1}."), []));
  it("a name in passing says nothing of the order", async () =>
    assert.deepEqual(await findings("Despite {clause-2} this holds.", "This says what {clause-1} leaves open."), []));
});
