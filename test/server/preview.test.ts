import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { EmptyAnswer, PreviewAnswer, ProblemAnswer, ReadingAnswer } from "@concordat/server/protocol";
import { type OpenText, root, startServer } from "./in-process.js";

describe("the preview of a clause", () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let rochdale: OpenText;
  before(async () => {
    server = await startServer();
    rochdale = await server.example("examples/rochdale/rochdale.concordat");
  });
  after(() => server.stop());

  const ask = <Answer extends PreviewAnswer>({ textDocument }: OpenText, line: number, anchor?: string) =>
    server.client.sendRequest<Answer>("concordat/preview", { textDocument, line, anchor });
  const at = (words: string) => ask<ReadingAnswer>(rochdale, rochdale.lineOf(words));

  it("of a payment is what the summary says of it, and its curves", async () => {
    const answer = await at("weight    30% on readmission");
    assert.equal(answer.item.title, "Outcome incentive");
    assert.equal(answer.payment, "outcomes");
    assert.match(answer.html, /30% \(£360,000\) depends on <a href="#metric-readmission">/);
    assert.equal(answer.curves.length, 3);
    assert.match(answer.curves[1]!.svg, /^<svg/);
  });

  it("says of each line of a payment where it stands in the text", async () => {
    const { html } = await at("paid by      alliance");
    for (const words of ["only when    outcomes earned", "then banded  0% of the first 2% of target-cost, 40%"]) {
      assert.ok(html.includes(`data-line="${rochdale.lineOf(words)}"`), words);
    }
  });

  for (const [words, title, sentence] of [
    ["measured  each year", "Rate of emergency admissions at 65 and over", /for every 1,000 of \(b\)/],
    ["People registered, 65 and over", "People registered, 65 and over", /35,800 people is used/],
    ["define target-cost", "Target cost", /£48,000,000/],
    ["person      pseudonym", "Hospital spells", /never printed/],
    ["group alliance", "The providers", /55%/],
    ["clause no-dispute", "No dispute", /resolve/],
    ["example hard-year", "Little is achieved, and costs run over by less than 2%", /£52,913\.39/],
  ] as const) {
    it(`reads ${title}`, async () => {
      const answer = await at(words);
      assert.equal(answer.item.title, title);
      assert.match(answer.html, sentence);
      assert.doesNotMatch(answer.html, /<script|\sstyle=|\son\w+=/);
    });
  }

  it("follows a link of the summary, wherever the cursor is", async () => {
    const answer = await ask<ReadingAnswer>(rochdale, 0, "metric-readmission");
    assert.equal(answer.item.range.start.line, rochdale.lineOf("metric readmission"));
  });

  it("lists what there is, where the cursor is in no clause", async () => {
    const answer = await ask<EmptyAnswer>(rochdale, rochdale.lineOf("// Who"));
    assert.equal(answer.state, "empty");
    assert.equal(answer.contractTitle, "Rochdale Integrated Neighbourhood Alliance");
    const payments = answer.items.filter(({ kind }) => kind === "Payment").map(({ title }) => title);
    assert.deepEqual(payments, [
      "Core services",
      "Warmer homes before winter",
      "Outcome incentive",
      "Gain and loss share",
    ]);
  });

  it("says why there is no reading, with what is wrong and where", async () => {
    const text = readFileSync(path.join(root, "test/vscode/fixture/wrong.concordat"), "utf8");
    const wrong = await server.open("test/server/wrong.concordat", text);
    const answer = await ask<ProblemAnswer>(wrong, 0);
    assert.equal(answer.state, "problem");
    assert.equal(answer.problem, "the contract has errors");
    const [finding] = answer.findings;
    assert.match(finding!.message, /actual-costs/);
    assert.equal(finding!.range.start.line, wrong.lineOf("compares  actual-costs"));
  });

  it("of a file without a contract is empty", async () => {
    assert.deepEqual(await ask(await server.open("test/server/nothing.concordat", ""), 0), {
      state: "empty",
      items: [],
    });
  });
});
