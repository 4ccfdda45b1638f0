import assert from "node:assert/strict";
import type { ContractExamples, ExampleAnswer, RunExamplesAnswer } from "@concordat/server/protocol";
import { type OpenText, startServer } from "./in-process.js";

type Ran = Exclude<RunExamplesAnswer, { problem: string }>;

describe("worked examples as tests", () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  let outcomes: OpenText;
  before(async () => {
    server = await startServer();
    outcomes = await server.example("test/vscode/fixture/outcomes.concordat");
  });
  after(() => server.stop());

  const run = ({ textDocument }: OpenText, more: object = {}) =>
    server.client.sendRequest<Ran>("concordat/runExamples", { textDocument, contract: "valley-care", ...more });

  it("are listed with where they stand, also of a contract with errors", async () => {
    const text = outcomes.text.replace("compares  actual-cost", "compares  actual-costs");
    const wrong = await server.open("test/server/with-errors.concordat", text);
    for (const { textDocument, lineOf } of [outcomes, wrong].map((one) => ({ ...one, lineOf: one.lineOf.bind(one) }))) {
      const [contract] = await server.client.sendRequest<ContractExamples[]>("concordat/examples", { textDocument });
      assert.deepEqual(
        contract!.examples.map(({ name, title, range }) => [name, title, range.start.line]),
        [
          ["good-year", "The target is met and costs fall", lineOf("example good-year")],
          ["hard-year", "Emergencies rise, and costs run over", lineOf("example hard-year")],
        ],
      );
    }
  });

  it("say which files their contract reads, and what the libraries among those read", async () => {
    const folder = "examples/end-of-life";
    const { textDocument } = await server.example(`${folder}/end-of-life.concordat`);
    await server.example(`${folder}/library/steps.concordat`);
    const [contract] = await server.client.sendRequest<ContractExamples[]>("concordat/examples", { textDocument });
    const named = contract!.reads.map((uri) => uri.slice(uri.indexOf(folder) + folder.length + 1));
    assert.deepEqual(named, ["library/steps.concordat", "practices.csv"]);
  });

  it("pass, all or those that are named", async () => {
    assert.deepEqual(
      (await run(outcomes)).results.map(({ example, passed }) => [example, passed]),
      [
        ["good-year", true],
        ["hard-year", true],
      ],
    );
    assert.equal((await run(outcomes, { examples: ["hard-year"] })).results.length, 1);
  });

  it("fail where they expect something else, with what was expected and what it came to", async () => {
    const changed = await server.open(
      "test/server/changed.concordat",
      outcomes.text.replace("outcomes earns £1,200,000", "outcomes earns £1,100,000"),
    );
    const [good] = (await run(changed)).results;
    assert.equal(good!.passed, false);
    const wrong = good!.expectations.filter(({ passed }) => !passed);
    assert.equal(wrong.length, 1);
    assert.deepEqual([wrong[0]!.expected, wrong[0]!.actual], ["£1,100,000", "£1,200,000"]);
    assert.equal(wrong[0]!.range!.start.line, changed.lineOf("outcomes earns £1,100,000"));
    assert.match(wrong[0]!.why[0]!.sentence, /pool of £1,200,000/);
  });

  it("show which tiers, bands and gates they reach, each where it is written", async () => {
    const { coverage = [] } = await run(outcomes, { coverage: true });
    const tiers = coverage.find(({ ways }) => ways.some(({ what }) => what.startsWith("the tier")))!;
    assert.equal(tiers.range.start.line, outcomes.lineOf("weight    40% on experience"));
    assert.deepEqual(
      tiers.ways.map(({ what, examples, range: { start, end } }) => [
        what,
        examples,
        outcomes.text.split("\n")[start.line]!.slice(start.character, end.character),
      ]),
      [
        ['the tier "100% when at least 85%"', ["good-year"], "100%"],
        ['the tier "50% when at least 80% and below 85%"', [], "50%"],
        ['the tier "otherwise 0%"', ["hard-year"], "0%"],
      ],
    );
    const gate = coverage.find(({ ways }) => ways.some(({ what }) => what.includes("is not met")))!;
    assert.equal(gate.range.start.line, outcomes.lineOf("only when"));
    assert.deepEqual(
      gate.ways.map(({ examples }) => examples),
      [["good-year"], []],
    );
  });

  it("reach less where fewer run", async () => {
    const reached = async (examples: string[]) =>
      (await run(outcomes, { coverage: true, examples })).coverage!.flatMap(({ ways }) =>
        ways.filter((way) => way.examples.length > 0),
      ).length;
    const all = await reached(["good-year", "hard-year"]);
    assert.ok((await reached(["good-year"])) < all);
    assert.equal(await reached([]), 0);
  });

  it("say why they are not worked out", async () => {
    const wrong = await server.example("test/vscode/fixture/wrong.concordat");
    const answer = await run(wrong, { contract: "town-care" });
    assert.deepEqual(answer, { problem: "the contract has errors" });
  });

  it("are explained step by step, each step with the line of the contract that says so", async () => {
    const answer = await server.client.sendRequest<Exclude<ExampleAnswer, { problem: string }>>(
      "concordat/runExample",
      { textDocument: outcomes.textDocument, contract: "valley-care", example: "good-year" },
    );
    assert.match(answer.text, /^The target is met and costs fall\n✓ passes\n/);
    const lines = answer.text.split("\n");
    assert.ok(answer.links.length > 5);
    for (const { range, target } of answer.links) {
      const words = lines[range.start.line]!.slice(range.start.character, range.end.character);
      assert.equal(words, `line ${target.start.line + 1}`);
    }
  });
});
