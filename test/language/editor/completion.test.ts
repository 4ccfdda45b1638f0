import assert from "node:assert/strict";
import { completions, offered } from "./asking.js";

const WHO = "commissioner icb  provider trust  group alliance { trust 100% }";
const KNOWN = `records spells dated by discharged { discharged date  method one of elective, emergency  cost money }
  figure visits : number, during each quarter, if not reported treat as met`;
const contract = (lines: string): string =>
  `contract a {\n  ${WHO}\n  ${KNOWN}\n  metric m { better lower  baseline 5  target 3 }\n  ${lines}\n}\n`;

describe("completion", () => {
  it("offers the lines of a metric inside a metric, and no others", async () => {
    const words = await offered(contract("metric n {\n    ‸\n  }"));
    assert.ok(
      ["rate", "share of", "better", "baseline", "target", "if not reported"].every((word) => words.includes(word)),
    );
    assert.ok(!words.includes("pays") && !words.includes("provider"));
  });
  it("offers both ways after better", async () =>
    assert.deepEqual(await offered(contract("metric n { better ‸ }")), ["higher", "lower"]));
  it("offers what may happen after if not reported, and the parties who may decide", async () =>
    assert.deepEqual(await offered(contract("metric n { if not reported ‸ }")), [
      "defer to reconciliation",
      "hold at the previous value",
      "icb",
      "share its weight",
      "treat as baseline",
      "treat as met",
      "treat as missed",
      "trust",
    ]));
  it("offers metrics after the share of a weight", async () =>
    assert.ok((await offered(contract("payment p { weight 40% on ‸ }"))).includes("m")));
  it("offers parties and groups after paid to", async () => {
    const words = await offered(contract("payment p { pays £1  paid to ‸ }"));
    assert.deepEqual(
      ["alliance", "icb", "trust", "m", "visits"].map((name) => words.includes(name)),
      [true, true, true, false, false],
    );
  });
  it("offers the fields of the records at hand in a condition", async () => {
    const words = await offered(contract("metric n { count of spells where ‸ }"));
    assert.deepEqual(
      ["method", "cost", "discharged", "visits", "icb"].map((name) => words.includes(name)),
      [true, true, true, false, false],
    );
  });
  it("offers baseline and target where a shape stands on a metric", async () => {
    const words = await offered(contract("payment p { weight 40% on m, scaled 0% at ‸ }"));
    assert.ok(words.includes("baseline") && words.includes("target"));
  });
  it("offers names inside prose", async () =>
    assert.ok((await offered(contract('clause c """ the {‸} """'))).includes("trust")));
  it("goes on with a phrase that is begun", async () => {
    assert.deepEqual(await offered(contract("metric n { if not reported hold at ‸ }")), ["hold at the previous value"]);
    assert.deepEqual(await offered(contract("metric n { if not reported treat as ‸ }")), [
      "treat as baseline",
      "treat as met",
      "treat as missed",
    ]);
  });
  it("puts the phrase in place of what was typed of it", async () => {
    const text = contract("metric n { if not reported hold at ‸ }");
    const [item] = await completions(text);
    const { range } = item!.textEdit as { range: { start: { character: number }; end: { character: number } } };
    assert.equal(range.end.character - range.start.character, "hold at ".length);
  });
  it("offers no words where a new name stands", async () => {
    assert.deepEqual(await offered(contract("metric ‸ { }")), []);
    assert.deepEqual(await offered(contract("payment ‸")), []);
  });
  it("offers no signs", async () => assert.ok((await offered(contract("‸"))).every((word) => /^[a-z]/.test(word))));
  it("says of a word what it means, and of a name what it is", async () => {
    const words = await completions(contract("payment p { ‸ }"));
    const pool = words.find(({ label }) => label === "pool")!;
    assert.match((pool.documentation as { value: string }).value, /divide/);
    const names = await completions(contract("payment p { pays £1 paid to ‸ }"));
    assert.equal(names.find(({ label }) => label === "alliance")!.detail, "group");
  });
});
