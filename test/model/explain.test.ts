import assert from "node:assert/strict";
import {
  explainPayment,
  type InputValue,
  type StatementPayment,
  type StatementStep,
  sentenceWithOrigin,
  settle,
} from "@concordat/model";
import { Builder, dataOf, inYear, over, percent, plain, pounds, row } from "./build.js";
import { referenceMechanism } from "./reference-mechanism.js";

function entry(payment: string, given: Record<string, string>): StatementPayment {
  const { periods } = settle(referenceMechanism(), dataOf(...inYear(2026, given)));
  return periods[0]!.payments.find((candidate) => candidate.payment === payment)!;
}

const every = (steps: readonly StatementStep[]): StatementStep[] =>
  steps.flatMap((step) => [step, ...every(step.inputs)]);
const sentencesOf = (kind: string, given: Record<string, string>, payment = "outcomes"): string[] => [
  ...new Set(
    every(entry(payment, given).steps)
      .filter((step) => step.kind === kind)
      .map(({ sentence }) => sentence),
  ),
];
const middle = { m: "200", d: "0.031", q: "0.84", c: "46000000" };
const good = { m: "188", d: "0.02", q: "0.91", c: "46000000" };

/** The sentence of one amount that is paid every year. */
function said(make: (b: Builder) => string, ...values: InputValue[]): string {
  const b = new Builder({ to: "2027-03-31" });
  b.payment("deal", make(b));
  return settle(b.done(), dataOf(...values)).periods[0]!.payments[0]!.steps[0]!.sentence;
}

describe("a step in a sentence", () => {
  it("a straight line: between its points, and beyond them", () => {
    assert.deepEqual(sentencesOf("scaled", middle), ["Between 215.4 (0%) and 190 (100%), m (200) gives 60.63%."]);
    assert.deepEqual(sentencesOf("scaled", good), ["M (188) lies beyond 190: the whole 100%."]);
    assert.deepEqual(sentencesOf("scaled", { ...middle, m: "215.4" }), ["M (215.4) is exactly at 215.4: 0%."]);
  });

  it("tiers: the row that applies, or that none does", () => {
    assert.deepEqual(sentencesOf("tiered", middle), [
      "D (3.1%) is at least 3% and d (3.1%) is below 3.5%: 50%.",
      "Q (84%) does not meet the condition: otherwise 0%.",
    ]);
  });

  it("a test: by how much it is missed, and never rounded into its opposite", () => {
    assert.ok(sentencesOf("test", middle).includes("Q (84%) is not at least 85%, short by 1 percentage point."));
    assert.ok(
      sentencesOf("test", { ...middle, q: "0.849999" }).includes(
        "Q (84.9999%) is not at least 85%, short by 0.0001 percentage points.",
      ),
    );
    assert.ok(
      sentencesOf("test", { ...middle, q: "254999/300000" }).includes(
        "Q (84.9997%) is not at least 85%, short by 0.0003 percentage points.",
      ),
    );
    assert.ok(
      sentencesOf("test", { ...middle, q: "0.8499999999" }).includes(
        "Q (84.99999999%) is not at least 85%, short by 0.00000001 percentage points.",
      ),
    );
    assert.ok(sentencesOf("test", { ...middle, d: "0.03" }).includes("D (3%) is not below 3%: it is exactly that."));
  });

  it("a pool: what each weight earns", () => {
    assert.deepEqual(sentencesOf("pool", good), [
      "Of the pool of £1,200,000, 40% on m earns 100%, 30% on d earns 100%, 30% on q earns 100%: £1,200,000.",
    ]);
  });

  it("bands: the part in each, at its rate", () => {
    assert.deepEqual(sentencesOf("banded", good, "gain-loss"), [
      "Nothing of the first £960,000; 50% of the next £1,040,000 is £520,000; in all £520,000.",
    ]);
  });

  it("a comparison, a gate and what another payment earned", () => {
    assert.deepEqual(sentencesOf("compares", good, "gain-loss"), [
      "C (£46,000,000) is £2,000,000 below target-cost (£48,000,000).",
    ]);
    assert.deepEqual(sentencesOf("only-when", middle, "gain-loss"), [
      "The condition is not met: what outcomes earned (£471,023.62) is not at least £720,000, short by £248,976.38; £0.",
    ]);
    assert.ok(sentencesOf("payment-value", good, "gain-loss").includes("Outcomes earned £1,200,000 in 2026/27."));
  });

  it("arithmetic, as the contract writes it", () => {
    const of = (b: Builder): string[] => [b.constant("1200000"), b.constant("30")];
    assert.equal(
      said((b) => b.times(b.percent("0.4"), b.constant("1200000"))),
      "40% of £1,200,000 is £480,000.",
    );
    assert.equal(
      said((b) => b.node("plus", { terms: of(b) })),
      "£1,200,000 plus £30 is £1,200,030.",
    );
    assert.equal(
      said((b) => b.node("less", { from: b.constant("3"), take: b.constant("5"), floor: true })),
      "£3 less £5 would fall below nothing: £0.",
    );
    assert.equal(
      said((b) => b.node("lower", { operands: of(b) })),
      "The lower of £1,200,000 and £30 is £30.",
    );
    assert.equal(
      said((b) => b.node("rounded", { of: b.constant("1.234"), to: "0.1", ties: "away-from-zero" })),
      "£1.234 rounded to the nearest £0.10 is £1.20.",
    );
  });

  it("a cap and a floor: whether they bind", () => {
    const limit = (kind: "at-most" | "at-least", of: string) =>
      said((b) => b.node(kind, { of: b.constant(of), limit: b.constant("500") }));
    assert.equal(limit("at-most", "600"), "£600 is above the cap of £500: £500.");
    assert.equal(limit("at-most", "400"), "£400 is not above the cap of £500, which does not bind.");
    assert.equal(limit("at-least", "400"), "£400 is below the floor of £500: £500.");
  });

  it("rows, tables and values across rows", () => {
    const b = new Builder({ to: "2027-03-31" });
    const name = { kind: "name" as const, of: "track" };
    b.participants("practice", { north: { track: "two-sided", size: "3" }, south: { track: "one-sided", size: "5" } });
    b.model.tables.push({
      name: "terms",
      key: "track",
      columns: [{ name: "cap", unit: percent }],
      rows: [
        { key: "two-sided", cells: { cap: "0.15" } },
        { key: "one-sided", cells: { cap: null } },
      ],
      source: b.source(),
    });
    const axes = ["practice"];
    const track = b.node("attribute", { of: "practice", field: "track", unit: name, axes });
    const cap = b.node("lookup", { table: "terms", column: "cap", key: track, unit: percent, axes });
    const size = b.node("attribute", { of: "practice", field: "size", unit: pounds, axes });
    const total = b.node("across", { of: size, axis: "practice", how: "total" });
    const share = b.node("at-most", {
      of: size,
      limit: b.node("times", { left: cap, right: total, written: "of", axes }),
      axes,
    });
    b.payment("fund", share, { forEach: "practice" }, row("practice"));
    const [north, south] = settle(b.done(), dataOf()).periods[0]!.payments;
    const sentences = every(north!.steps).map(sentenceWithOrigin);
    for (const sentence of [
      "The track of north is two-sided (practice.csv, row north).",
      "In the table terms, the cap for two-sided is 15%.",
      "The total across the 2 practice rows is £8.",
      "£3 is above the cap of £1.20: £1.20.",
    ]) {
      assert.ok(sentences.includes(sentence), sentences.join("\n"));
    }
    assert.equal(south!.steps[0]!.sentence, "There is no cap here: £5.");
  });

  it("values over other periods, and points", () => {
    const b = new Builder({ to: "2027-03-31" });
    const cost = b.figure("cost", undefined, "half-year");
    assert.ok(b.node("span", { of: cost, each: "half-year", how: "average", grain: "year" }));
    const line = (points: string, on: string, ratio: string) => ({
      points,
      on,
      achievement: b.percent(ratio),
      source: b.source(),
    });
    b.payment("yearly", "n2");
    b.payment(
      "scored",
      b.node("points", { lines: [line("29", "asthma", "0.5"), line("10", "stroke", "1")], price: b.constant("200") }),
    );
    const halves = [over("2026-04-01", "2026-10-01", { cost: "10" }), over("2026-10-01", "2027-04-01", { cost: "20" })];
    const { payments } = settle(b.done(), dataOf(...halves.flat())).periods[0]!;
    assert.deepEqual(
      payments.map(({ steps }) => steps[0]!.sentence),
      [
        "Over the 2 half-years of 2026/27, cost averages £15.",
        "29 points on asthma earn 14.5, 10 points on stroke earn 10: 24.5 points at £200 a point is £4,900.",
      ],
    );
  });

  it("dated terms: an uplift and part of a year", () => {
    const rows = [
      { from: null, value: "1000" },
      { from: "2027-04-01", value: "1031" },
    ];
    const uplift = { rate: "0.031", month: 4, day: 1, from: 2027 };
    const b = new Builder({ from: "2026-07-15", to: "2028-03-31" });
    b.payment("core", b.node("dated", { rows, uplift, flow: "year", name: "fee" }));
    const sentences = settle(b.done(), dataOf()).periods.map(({ payments }) => payments[0]!.steps[0]!.sentence);
    const terms = "(£1,000, uplifted by 3.1% on 1 April each year from 2027)";
    assert.deepEqual(sentences, [
      `Fee in 2026/27 is £712.33, for 260 of 365 days ${terms}.`,
      `Fee in 2027/28 is £1,031 ${terms}.`,
    ]);
  });

  it("a title instead of a name, where there is one", () => {
    const b = new Builder({ to: "2027-03-31" });
    const cost = b.figure("actual-cost");
    b.model.nodes[cost]!.title = "Cost of the services";
    b.payment("share", b.times(b.percent("0.1"), cost));
    const [step] = settle(b.done(), dataOf(...inYear(2026, { "actual-cost": "50" }))).periods[0]!.payments[0]!.steps;
    assert.equal(step!.sentence, "10% of the cost of the services (£50) is £5.");
  });
});

describe("the distance to the next change", () => {
  it("is told in both directions, with what it is worth", () => {
    const { next } = entry("outcomes", middle);
    assert.deepEqual(
      next.map(({ sentence }) => sentence),
      [
        "M (200) is 10 from the next point of the line (190), worth £188,976.38 more.",
        "M (200) is 15.4 from the next point of the line (215.4), which takes £291,023.62 off the amount.",
        "D (3.1%) is 0.11 percentage points from the next tier (2.99%), worth £180,000 more.",
        "D (3.1%) is 0.4 percentage points from the next tier (3.5%), which takes £180,000 off the amount.",
        "Q (84%) is 1 percentage point from the next tier (85%), worth £360,000 more.",
      ],
    );
  });

  it("is what the payment comes to when that input moves there", () => {
    for (const change of entry("outcomes", middle).next) {
      const moved = entry("outcomes", { ...middle, [change.input]: exactDecimal(change.at) });
      assert.equal(moved.amount, change.amountThere, change.sentence);
      assert.notEqual(moved.amount, entry("outcomes", middle).amount);
    }
  });

  it("looks through the difference from a value that the contract fixes", () => {
    const [more] = entry("gain-loss", good).next;
    assert.deepEqual(
      [more!.input, more!.at, more!.amountThere, more!.worth],
      ["c", "43200000", "1920000.00", "1400000.00"],
    );
  });

  it("says that a charge grows, not that it is worth more", () => {
    const sentences = entry("gain-loss", { ...good, c: "50000000" }).next.map(({ sentence }) => sentence);
    assert.deepEqual(sentences, [
      "C (£50,000,000) is £400,000 from the next band (£50,400,000), which adds £160,000 to the amount.",
      "C (£50,000,000) is £1,040,000 from the next band (£48,960,000), which takes £416,000 off the amount.",
    ]);
  });

  it("stays inside the range that the metric can take", () => {
    const b = new Builder({ to: "2027-03-31" });
    const metric = b.metric("rate", plain);
    b.model.metrics[0]!.range = { from: "0", to: "150" };
    b.payment(
      "bonus",
      b.tiered(metric, [[b.constant("10"), b.test(metric, "above", b.constant("150", plain))]], b.constant("5")),
    );
    const { next } = settle(b.done(), dataOf(...inYear(2026, { rate: "100" }))).periods[0]!.payments[0]!;
    assert.deepEqual(next, []);
  });

  it("is not told of what is made of several inputs, nor of what is not determined", () => {
    const b = new Builder({ to: "2027-03-31" });
    const ratio = b.node("divided", { top: b.figure("a"), bottom: b.figure("b"), unit: percent });
    b.payment(
      "bonus",
      b.tiered(ratio, [[b.constant("10"), b.test(ratio, "above", b.percent("0.5"))]], b.constant("5")),
    );
    b.payment("other", b.figure("missing"));
    const { payments } = settle(b.done(), dataOf(...inYear(2026, { a: "1", b: "4" }))).periods[0]!;
    assert.deepEqual(
      payments.map(({ next }) => next),
      [[], []],
    );
  });
});

describe("a payment explained in lines", () => {
  it("gives the amount, the tree with its lines in the contract, who pays whom, and the next change", () => {
    const lines = explainPayment(entry("gain-loss", good), "GBP");
    assert.equal(lines[0], "gain-loss: £520,000");
    assert.match(lines[1]!, /^ {2}The condition is met: what outcomes earned \(£1,200,000\) .* \(line \d+\)$/);
    assert.ok(lines.some((line) => /^ {6}C \(£46,000,000\) is £2,000,000 below .* \(line \d+\)$/.test(line)));
    assert.ok(lines.includes("  icb pays trust £286,000."));
    assert.match(lines.at(-1)!, /from the next band/);
    assert.ok(!lines.some((line) => /^\s+2%\. /.test(line)), "a bare value has no line of its own");
  });

  it("says why there is no amount", () => {
    const lines = explainPayment(entry("outcomes", { c: "1" }), "GBP");
    assert.equal(lines[0], "outcomes: not determined");
    assert.match(lines[1]!, /^ {2}m is not reported/);
  });
});

/** The decimal of a fraction that has one: "31/1000" is "0.031". */
function exactDecimal(text: string): string {
  const [top = "", bottom = "1"] = text.split("/");
  const scaled = (BigInt(top) * 1_000_000n) / BigInt(bottom);
  const digits = `${scaled}`.padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
}
