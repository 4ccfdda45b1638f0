import assert from "node:assert/strict";
import { readOutcomeData } from "@concordat/data";
import { explainPayment, settle } from "@concordat/model";
import { dataFolderOf, exampleContract } from "./support/example-contract.js";
import { entries } from "./support/statement.js";

const CONTRACT = "end-of-life/end-of-life.concordat";

describe("a payment that a limit on several payments cuts", () => {
  it("is explained down to what is left of it", async () => {
    const contract = await exampleContract(CONTRACT);
    const statement = settle(contract, (await readOutcomeData(contract, dataFolderOf(CONTRACT))).data, { next: false });
    const [castle] = entries(statement).filter(({ payment, for: row }) => payment === "retained" && row === "castle");
    const said = explainPayment(castle!, contract.currency).join("\n");
    // £10,000 × 275 ÷ 365 × 70%, and the part of it that £40,000 pay.
    assert.match(said, /The amount is rounded once, at the end: £5,273\.97\./);
    assert.match(said, /at most £40,000 for 2026\/27\. Of £5,273\.97, £76\.47 is cut in proportion/);
    assert.match(said, /icb pays castle £5,197\.50\./);
  });
});
