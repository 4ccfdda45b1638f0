import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import type { ContractExamples, ProblemAnswer, WhatIfAnswer, WhatIfChange } from "@concordat/server/protocol";
import { type OpenText, root, startServer } from "./in-process.js";

describe("what a contract pays at other values", () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let rochdale: OpenText;
  before(async () => {
    server = await startServer();
    rochdale = await server.example("examples/rochdale/rochdale.concordat");
  });
  after(() => server.stop());

  const whatIf = (changes: WhatIfChange[], more: { payment?: string; start?: string } = {}) =>
    server.client.sendRequest<WhatIfAnswer>("concordat/whatIf", {
      textDocument: rochdale.textDocument,
      contract: "rochdale-alliance",
      changes,
      ...more,
    });
  const amounts = ({ payments }: WhatIfAnswer) => Object.fromEntries(payments.map(({ key, amount }) => [key, amount]));
  const input = ({ inputs }: WhatIfAnswer, key: string) => inputs.find((one) => one.key === key)!;

  it("starts where the worked example does", async () => {
    const answer = await whatIf([], { start: "hard-year" });
    assert.equal(answer.period, "2027/28");
    assert.equal(input(answer, "readmission").shown, "13.9%");
    assert.equal(amounts(answer).outcomes, "£52,913.39");
  });

  it("starts with the first example where none is named, and offers all", async () => {
    const answer = await whatIf([]);
    assert.equal(answer.start, "good-year");
    assert.equal(answer.starts.length, 14);
    assert.equal(amounts(answer)["gain-loss"], "£520,000.00");
  });

  it("asks only for what a payment reads, through what it reads of other payments", async () => {
    const keys = async (payment: string) => (await whatIf([], { payment })).inputs.map(({ key }) => key);
    assert.deepEqual(await keys("outcomes"), ["emergency-rate", "readmission", "experience"]);
    assert.deepEqual(await keys("gain-loss"), ["actual-cost", "emergency-rate", "readmission", "experience"]);
    assert.deepEqual(await keys("warmer-homes"), []);
  });

  it("works out a typed value to the penny, and each party's pounds", async () => {
    const answer = await whatIf([{ key: "actual-cost", text: "£45,999,999.99" }]);
    assert.equal(amounts(answer)["gain-loss"], "£520,000.01");
    const gain = answer.payments.find(({ key }) => key === "gain-loss")!;
    assert.ok(gain.flows.some(({ to, amount }) => to === "Action Together" && amount === "£48,360.00"));
    assert.match(gain.why[0]!.sentence, /£520,000/);
    assert.ok(gain.range);
  });

  it("takes the value at a place of a slider exactly", async () => {
    const { slider } = input(await whatIf([]), "readmission");
    const position = slider!.position + 20;
    const moved = input(await whatIf([{ key: "readmission", position }]), "readmission");
    assert.equal(moved.slider!.position, position);
    assert.equal(moved.shown, "12.2%");
  });

  it("crosses a tier where the contract does: 12% exactly is the middle one", async () => {
    const at = async (text: string) => amounts(await whatIf([{ key: "readmission", text }])).outcomes;
    assert.equal(await at("11.999%"), "£1,200,000.00");
    assert.equal(await at("12%"), "£1,020,000.00");
  });

  it("marks where the case stands on the curve", async () => {
    const { curves } = await whatIf([{ key: "readmission", text: "12.5%" }], { payment: "outcomes" });
    assert.match(curves[1]!.description, /Now at 12\.5%: £180,000\.$/);
    assert.match(curves[1]!.svg, /12\.5% now/);
  });

  it("treats a value as not reported, which is no zero", async () => {
    const answer = await whatIf([{ key: "experience", reported: false }]);
    assert.equal(input(answer, "experience").shown, null);
    assert.equal(amounts(answer).outcomes, "£1,200,000.00");
    const cost = await whatIf([{ key: "actual-cost", reported: false }]);
    const gain = cost.payments.find(({ key }) => key === "gain-loss")!;
    assert.equal(gain.amount, null);
    assert.equal(gain.status, "undetermined");
    assert.match(gain.reason!, /actual-cost/);
  });

  it("does not take what is no value, keeps the one before, and says why", async () => {
    for (const text of ["a lot", "12% or so 3", "", "1+1", "0x10", "1e9"]) {
      const answer = await whatIf([
        { key: "readmission", text: "12%" },
        { key: "readmission", text },
      ]);
      assert.match(input(answer, "readmission").problem ?? "none", /Write a number, such as 11\.2%\./, text);
      assert.equal(input(answer, "readmission").shown, "12%");
    }
  });

  it("says how far the next change is", async () => {
    const answer = await whatIf([{ key: "readmission", text: "12.1%" }]);
    const outcomes = answer.payments.find(({ key }) => key === "outcomes")!;
    assert.ok(
      outcomes.next.some((sentence) =>
        sentence.includes("0.11 percentage points from the next tier (11.99%), worth £180,000 more"),
      ),
      outcomes.next.join("\n"),
    );
  });

  it("says why there is nothing to work out", async () => {
    const wrong = await server.example("test/vscode/fixture/wrong.concordat");
    const answer = await server.client.sendRequest<ProblemAnswer>("concordat/whatIf", {
      textDocument: wrong.textDocument,
      contract: "town-care",
      changes: [],
    });
    assert.equal(answer.problem, "the contract has errors");
  });

  const folder = path.join(root, "examples");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".concordat"),
  )) {
    it(`starts from every example of ${file}, with no value that its sliders do not hold`, async () => {
      const { textDocument } = await server.example(path.join("examples", file));
      const contracts = await server.client.sendRequest<ContractExamples[]>("concordat/examples", { textDocument });
      for (const { contract, examples } of contracts) {
        for (const start of [undefined, ...examples.map(({ name }) => name)]) {
          const answer = await server.client.sendRequest<WhatIfAnswer | ProblemAnswer>("concordat/whatIf", {
            textDocument,
            contract,
            start,
            changes: [],
          });
          assert.ok(!("problem" in answer), `${start}: ${"problem" in answer && answer.problem}`);
          for (const { key, slider } of answer.inputs) {
            if (slider) assert.ok(slider.steps > 0 && slider.steps <= 1000, `${key}: ${slider.steps} places`);
          }
        }
      }
    });
  }
});
