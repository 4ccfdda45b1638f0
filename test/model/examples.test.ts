import assert from "node:assert/strict";
import {
  type ContractModel,
  coverage,
  type Example,
  type ExampleExpectation,
  type ExampleResult,
  runExample,
} from "@concordat/model";
import { Builder, percent, pounds, row } from "./build.js";
import { referenceMechanism } from "./reference-mechanism.js";

const source = { line: 40, column: 1, offset: 0, length: 1 };
const goodYear = { m: "188", d: "0.02", q: "0.91", c: "46000000" };

type Expected = Pick<ExampleExpectation, "kind" | "subject"> & Partial<ExampleExpectation>;

const exampleOf = (given: Record<string, string | null>, ...expect: Expected[]): Example => ({
  name: "good-year",
  source,
  period: { kind: "year", label: "2026/27", from: "2026-04-01", to: "2027-03-31" },
  given: Object.entries(given).map(([input, value]) => ({ input, of: {}, value, unit: percent, source })),
  expect: expect.map((expectation) => ({ of: {}, unit: pounds, source, ...expectation })),
});
const run = (contract: ContractModel, given: Record<string, string | null>, ...expect: Expected[]): ExampleResult =>
  runExample(contract, exampleOf(given, ...expect));

describe("a worked example", () => {
  const contract = referenceMechanism();

  it("passes where every expectation holds, and explains each", () => {
    const result = run(
      contract,
      goodYear,
      { kind: "earns", subject: "outcomes", value: "1200000" },
      { kind: "earns", subject: "gain-loss", value: "520000" },
      { kind: "charges", subject: "gain-loss", value: "0" },
      { kind: "receives", subject: "trust", payment: "gain-loss", value: "286000" },
      { kind: "pays", subject: "icb", payment: "outcomes", value: "1200000" },
      { kind: "value", subject: "target-cost", value: "48000000" },
    );
    assert.deepEqual(
      result.expectations.filter(({ passed }) => !passed),
      [],
    );
    assert.ok(result.passed);
    assert.equal(result.expectations[1]!.sentence, "gain-loss earns: £520,000, as expected.");
    assert.equal(result.expectations[1]!.steps[0]!.kind, "only-when");
  });

  it("that fails says what was expected, what came, and by how much it differs", () => {
    const { passed, expectations } = run(
      contract,
      { ...goodYear, c: "46040000" },
      { kind: "earns", subject: "gain-loss", value: "520000" },
    );
    assert.ok(!passed);
    assert.equal(expectations[0]!.sentence, "gain-loss earns: expected £520,000, came to £500,000, £20,000 less.");
    assert.equal(expectations[0]!.difference, "£20,000 less");
  });

  it("compares money by the penny", () => {
    const given = { ...goodYear, m: "200" };
    assert.ok(run(contract, given, { kind: "earns", subject: "outcomes", value: "1011023.62" }).passed);
    assert.ok(!run(contract, given, { kind: "earns", subject: "outcomes", value: "1011023.63" }).passed);
  });

  it("compares another value to the decimals that are written, a percentage to whole percents at least", () => {
    const b = new Builder();
    const [top, bottom] = [b.figure("top"), b.figure("bottom")];
    b.node("divided", { top, bottom, name: "rate", unit: percent, grain: "year" });
    const contract = b.done();
    const holds = (value: string): boolean =>
      run(contract, { top: "2", bottom: "3" }, { kind: "value", subject: "rate", value, unit: percent }).passed;
    assert.deepEqual([holds("0.6667"), holds("0.67"), holds("2/3")], [true, true, true]);
    assert.deepEqual([holds("0.6666"), holds("0.7"), holds("66/100")], [false, false, false]);
  });

  it("counts only the side that applies", () => {
    const given = { ...goodYear, c: "50000000" };
    const result = run(
      contract,
      given,
      { kind: "earns", subject: "gain-loss", value: "0" },
      { kind: "charges", subject: "gain-loss", value: "416000" },
      { kind: "pays", subject: "trust", value: "228800" },
    );
    assert.ok(result.passed, JSON.stringify(result.expectations.map(({ sentence }) => sentence)));
  });

  it("may expect that a payment cannot be determined, and never takes missing for zero", () => {
    const given = { ...goodYear, d: null };
    const result = run(
      contract,
      given,
      { kind: "not-determined", subject: "outcomes" },
      { kind: "not-determined", subject: "gain-loss" },
      { kind: "earns", subject: "outcomes", value: "0" },
    );
    assert.deepEqual(
      result.expectations.map(({ passed }) => passed),
      [true, true, false],
    );
    assert.equal(
      result.expectations[2]!.sentence,
      "outcomes earns: expected £0, and there is none: outcomes is not determined: d is not reported: the example says that it is not reported.",
    );
    const determined = run(contract, goodYear, { kind: "not-determined", subject: "outcomes" });
    assert.equal(determined.expectations[0]!.sentence, "outcomes: expected that it cannot be determined, and it can.");
  });

  it("adds the quarters of a quarterly payment", () => {
    const b = new Builder();
    b.payment("core", b.constant("100"), { each: "quarter" });
    assert.ok(run(b.done(), {}, { kind: "earns", subject: "core", value: "400" }).passed);
  });

  it("lets one value stand for the whole of its period", () => {
    const b = new Builder();
    const cost = b.figure("cost", undefined, "quarter");
    b.payment("share", b.node("span", { of: cost, each: "quarter", how: "add", grain: "year" }));
    assert.ok(run(b.done(), { cost: "70" }, { kind: "earns", subject: "share", value: "70" }).passed);
  });

  it("says that a payment is settled over a longer period, or is not there", () => {
    const b = new Builder();
    b.payment("whole", b.constant("1"), { each: "term" });
    const [longer, unknown] = run(
      b.done(),
      {},
      { kind: "earns", subject: "whole", value: "1" },
      { kind: "earns", subject: "wohle", value: "1" },
    ).expectations;
    assert.match(longer!.sentence, /settled over the term, longer than 2026\/27/);
    assert.match(unknown!.sentence, /the contract has no payment wohle/);
  });

  it("works out the rows that it speaks of", () => {
    const b = new Builder();
    b.participants("practice", { north: {}, south: {} });
    b.payment("fund", b.figure("spent", undefined, "year", ["practice"]), { forEach: "practice" }, row("practice"));
    const of = { practice: "north" };
    const example = exampleOf(
      {},
      { kind: "earns", subject: "fund", of, value: "8" },
      { kind: "receives", subject: "north", value: "8" },
    );
    example.given.push({ input: "spent", of, value: "8", unit: pounds, source });
    const result = runExample(b.done(), example);
    assert.ok(result.passed, JSON.stringify(result.expectations.map(({ sentence }) => sentence)));
  });
});

describe("coverage by examples", () => {
  const contract = referenceMechanism();
  const unreached = (...results: ExampleResult[]): string[] =>
    coverage(contract, results).unreached.map(({ sentence }) => sentence);

  it("lists every row, segment, band, side and cap that no example reaches", () => {
    assert.deepEqual(unreached(run(contract, goodYear)), [
      "No example reaches the flat part beyond 215.4 in outcomes.",
      "No example reaches the line from 215.4 to 190 in outcomes.",
      'No example reaches the tier "50% when at least 3% and below 3.5%" in outcomes.',
      'No example reaches the tier "otherwise 0%" in outcomes.',
      'No example reaches the tier "otherwise 0%" in outcomes.',
      'No example reaches "if above" in gain-loss.',
      'No example reaches the case that "what outcomes earned at least £720,000" is not met in gain-loss.',
      'No example reaches the band "0% of the rest" in gain-loss.',
      "No example reaches the cap of £1,440,000 in gain-loss.",
      'No example reaches the band "0% of the first £960,000" in gain-loss.',
      'No example reaches the band "40% of the next £1,440,000" in gain-loss.',
      'No example reaches the band "0% of the rest" in gain-loss.',
    ]);
  });

  it("leaves only the cap that can never bind, once examples reach the rest", () => {
    const rows = [
      goodYear,
      { m: "200", d: "0.032", q: "0.8", c: "50000000" },
      { m: "220", d: "0.04", q: "0.8", c: "40000000" },
      { ...goodYear, c: "40000000" },
      { ...goodYear, c: "60000000" },
    ];
    assert.deepEqual(unreached(...rows.map((given) => run(contract, given))), [
      "No example reaches the cap of £1,440,000 in gain-loss.",
    ]);
  });

  it("names the examples that reach a point", () => {
    const { points } = coverage(contract, [run(contract, goodYear)]);
    const below = points.find(({ key }) => key === "gain-loss below")!;
    assert.deepEqual(below.examples, ["good-year"]);
    assert.equal(below.sentence, 'good-year reaches "if below" in gain-loss.');
  });
});
