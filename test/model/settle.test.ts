import assert from "node:assert/strict";
import { type ContractModel, calendarOf, parsePeriod, Statement, settle } from "@concordat/model";
import { Builder, dataOf, inYear, over, percent, row, shares } from "./build.js";
import { referenceMechanism } from "./reference-mechanism.js";

/** A fixed quarterly payment, and a yearly one of a tenth of a reported cost. */
function coreAndShare(): ContractModel {
  const b = new Builder();
  b.payment("core", b.node("dated", { rows: [{ from: null, value: "3000000" }], flow: "quarter", grain: "quarter" }), {
    each: "quarter",
  });
  b.payment("share", b.times(b.percent("0.1"), b.figure("cost")));
  return b.done();
}

const year = (text: string, contract: ContractModel) =>
  parsePeriod(text, calendarOf(contract.term, contract.yearStarts))!;

describe("a statement", () => {
  it("lists periods by when they end, the shorter first, and payments in the contract's order", () => {
    const { periods } = settle(coreAndShare(), dataOf(...inYear(2026, { cost: "500" })));
    assert.deepEqual(
      periods.map(({ period, to, payments }) => [period, to, payments.map(({ payment }) => payment).join()]),
      [
        ["2026/27 Q1", "2026-06-30", "core"],
        ["2026/27 Q2", "2026-09-30", "core"],
        ["2026/27 Q3", "2026-12-31", "core"],
        ["2026/27 Q4", "2027-03-31", "core"],
        ["2026/27", "2027-03-31", "share"],
      ],
    );
  });

  it("goes as far as the data is known, fixed payments too, and says so", () => {
    const { periods, notes } = settle(
      coreAndShare(),
      dataOf(...inYear(2026, { cost: "500" }), ...inYear(2027, { cost: null })),
    );
    assert.equal(periods.at(-1)!.period, "2026/27");
    assert.deepEqual(notes, [
      "Outcome data is known up to 31 March 2027; the term runs to 31 March 2029. Later periods are not settled.",
    ]);
  });

  it("settles nothing where nothing is known, and says so", () => {
    const { periods, notes } = settle(coreAndShare(), dataOf());
    assert.deepEqual(periods, []);
    assert.deepEqual(notes, ["No outcome data is known for any period, so no period is settled."]);
  });

  it("settles the whole term of a contract that needs no data", () => {
    const b = new Builder();
    b.payment("core", b.constant("100"));
    assert.equal(settle(b.done(), dataOf()).periods.length, 3);
  });

  it("settles the period that is asked for, known or not", () => {
    const contract = coreAndShare();
    const { periods, notes } = settle(contract, dataOf(), { period: year("2027/28", contract) });
    assert.equal(periods.length, 5);
    const share = periods.at(-1)!.payments[0]!;
    assert.deepEqual([share.amount, share.status], [null, "undetermined"]);
    assert.equal(share.reason, "cost is not reported: no value for 2027/28.");
    assert.deepEqual(notes, []);
  });

  it("adds up what each party receives and pays, over what is determined", () => {
    const { totals } = settle(coreAndShare(), dataOf(...inYear(2026, { cost: "500" })));
    assert.deepEqual(totals, [
      { party: "icb", receives: "0.00", pays: "12000050.00" },
      { party: "trust", receives: "12000050.00", pays: "0.00" },
    ]);
  });

  it("rounds once, at the end, by the contract's rule", () => {
    for (const [ties, expected] of [
      ["away-from-zero", "0.13"],
      ["to-even", "0.12"],
    ] as const) {
      const b = new Builder({ rounding: { unit: "0.01", ties } });
      b.payment("half", b.times(b.percent("0.5"), b.constant("0.25")));
      const [payment] = settle(b.done(), dataOf()).periods[0]!.payments;
      assert.equal(payment!.amount, expected);
      assert.deepEqual(payment!.rounding, { exact: "1/8", rounded: expected });
    }
  });

  it("does not pay a negative amount: it says that it cannot be determined", () => {
    const b = new Builder();
    b.payment("odd", b.node("less", { from: b.constant("1"), take: b.constant("3"), floor: false }));
    const [payment] = settle(b.done(), dataOf()).periods[0]!.payments;
    assert.equal(payment!.amount, null);
    assert.match(payment!.reason!, /comes to −£2, and an amount is never below nothing/);
  });

  it("is plain data of its own schema, and the same bytes for the same inputs", () => {
    const contract = referenceMechanism();
    const values = inYear(2026, { m: "200", d: "0.031", q: "0.85", c: "46000000" });
    const options = { software: "concordat 0.1.0", contractDigest: "ab" };
    const one = settle(contract, dataOf(...values), options);
    const other = settle(referenceMechanism(), dataOf(...values.toReversed()), options);
    assert.equal(JSON.stringify(one), JSON.stringify(other));
    assert.deepEqual(Statement.parse(JSON.parse(JSON.stringify(one))), one);
    assert.deepEqual(one.receipt, { contract: "ab", data: "0".repeat(64), software: "concordat 0.1.0" });
  });
});

describe("part periods", () => {
  const amounts = (contract: ContractModel): unknown[] =>
    settle(contract, dataOf()).periods.flatMap(({ period, payments }) =>
      payments.map(({ amount }) => [period, amount]),
    );

  it("pay a flow by the days that lie inside the term", () => {
    const b = new Builder({ from: "2026-07-15", to: "2028-03-31" });
    b.payment("core", b.node("dated", { rows: [{ from: null, value: "365" }], flow: "year", grain: "year" }));
    // 15 July 2026 to 31 March 2027 is 260 of 365 days.
    assert.deepEqual(amounts(b.done()), [
      ["2026/27", "260.00"],
      ["2027/28", "365.00"],
    ]);
  });

  it("weigh an uplift that falls inside a period by days", () => {
    const b = new Builder({ to: "2027-03-31", yearStarts: { month: 1, day: 1 }, from: "2026-01-01" });
    const rows = [
      { from: null, value: "365" },
      { from: "2026-04-01", value: "730" },
    ];
    b.payment("core", b.node("dated", { rows, flow: "year", grain: "year" }));
    // 90 days at £1 a day and 275 at £2; then the 90 days of 2027 that are in the term.
    assert.deepEqual(amounts(b.done()), [
      ["2026", "640.00"],
      ["2027", "180.00"],
    ]);
  });
});

describe("values over other periods and rows", () => {
  it("add the quarters of a flow into its year", () => {
    const b = new Builder({ to: "2027-03-31" });
    const cost = b.figure("cost", undefined, "quarter");
    b.payment("share", b.node("span", { of: cost, each: "quarter", how: "add", grain: "year" }));
    const starts = ["2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01", "2027-04-01"];
    const values = ["1", "2", "4", "8"].flatMap((cost, at) => over(starts[at]!, starts[at + 1]!, { cost }));
    assert.equal(settle(b.done(), dataOf(...values)).periods[0]!.payments[0]!.amount, "15.00");
    const gap = settle(b.done(), dataOf(...values.toSpliced(1, 1))).periods[0]!.payments[0]!;
    assert.equal(gap.reason, "cost is not reported: no value for 2026/27 Q2.");
  });

  it("find a figure that is known once, and the year that holds the quarter in hand", () => {
    const b = new Builder({ to: "2028-03-31" });
    const setUp = b.figure("set-up");
    b.model.figures[0]!.timing = "once";
    const cost = b.figure("cost");
    const quarter = b.times(b.constant("1/4", percent), cost);
    b.payment("each", b.node("plus", { terms: [setUp, quarter] }), { each: "quarter" });
    const values = [...over("2026-04-01", "2028-04-01", { "set-up": "3" }), ...inYear(2026, { cost: "20" })];
    const { periods } = settle(b.done(), dataOf(...values));
    assert.deepEqual(
      periods.map(({ period, payments }) => [period, payments[0]!.amount]),
      [1, 2, 3, 4].map((number) => [`2026/27 Q${number}`, "8.00"]),
      "the figure known once does not carry the settlement into the second year",
    );
  });

  it("read another payment over the reader's period, for the party in hand", () => {
    const b = new Builder({ to: "2027-03-31" });
    const both = shares({ trust: 75, gps: 25 });
    b.payment("core", b.constant("100"), { each: "quarter" }, both);
    const core = b.node("payment-value", { payment: "core", reads: "amount", each: "quarter" });
    b.payment("tenth", b.times(b.percent("0.1"), core));
    const { periods } = settle(b.done(), dataOf());
    assert.equal(periods.at(-1)!.payments[0]!.amount, "40.00");
  });

  it("work each row out on its own, and combine rows where the contract says across", () => {
    const b = new Builder({ to: "2027-03-31" });
    b.participants("practice", { north: { size: "100" }, south: { size: "300" } }, ["size"]);
    const size = b.node("attribute", { of: "practice", field: "size", unit: percent, axes: ["practice"] });
    const total = b.node("across", { of: size, axis: "practice", how: "total", unit: percent });
    const share = b.node("divided", { top: size, bottom: total, unit: percent, axes: ["practice"] });
    const spent = b.figure("spent", undefined, "year", ["practice"]);
    const rate = b.node("times", { left: share, right: spent, written: "times", axes: ["practice"] });
    b.payment("fund", rate, { forEach: "practice" }, row("practice"));
    const known = [...inYear(2026, { spent: "8" }, { practice: "north" })];
    const { periods, totals } = settle(b.done(), dataOf(...known));
    const [north, south] = periods[0]!.payments;
    assert.deepEqual([north!.for, north!.amount], ["north", "2.00"]);
    assert.deepEqual([south!.for, south!.amount], ["south", null]);
    assert.equal(south!.reason, "spent is not reported: no value for 2026/27 (south).");
    assert.deepEqual(totals.at(-1), { party: "north", receives: "2.00", pays: "0.00" });
  });

  it("stop with the name of a value that reads itself, and do not run for ever", () => {
    const b = new Builder();
    const first = b.node("plus", { terms: ["n2"], name: "first" });
    b.node("plus", { terms: [first], name: "second" });
    b.payment("circle", first);
    assert.throws(() => settle(b.done(), dataOf()), /first reads itself/);
  });
});
