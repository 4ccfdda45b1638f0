import assert from "node:assert/strict";
import {
  type ContractModel,
  type InputValue,
  type MissingPolicy,
  type StatementPayment,
  settle,
} from "@concordat/model";
import { Builder, dataOf, inYear, percent } from "./build.js";

/** £1,000 where the readmission rate is below 12%, with one policy for when it is not reported. */
function gated(kind: MissingPolicy["kind"], how: { first?: string; by?: string } = {}): ContractModel {
  const b = new Builder();
  const metric = b.metric("readmission");
  const baseline = b.percent("0.141");
  const first = how.first === undefined ? {} : { first: b.percent(how.first) };
  const by = how.by === undefined ? {} : { by: how.by };
  const policy = { kind, ...first, ...by, source: b.source() };
  const value = b.node("present", { of: metric, policy, instead: baseline, unit: percent, grain: "year" });
  b.payment(
    "incentive",
    b.tiered(value, [[b.constant("1000"), b.test(value, "below", b.percent("0.12"))]], b.constant("0"), undefined),
  );
  return b.done();
}

const settled = (contract: ContractModel, year: string, ...values: InputValue[]): StatementPayment =>
  settle(contract, dataOf(...inYear(2028, { other: "1" }), ...values)).periods.find(({ period }) => period === year)!
    .payments[0]!;
const outcome = ({ amount, status }: StatementPayment) => [amount, status];

describe("a value that is not reported", () => {
  it("is never zero: with no policy that fills it, the payment is not determined", () => {
    const b = new Builder();
    b.payment("share", b.figure("cost"));
    const payment = settled(b.done(), "2026/27");
    assert.deepEqual(outcome(payment), [null, "undetermined"]);
    assert.deepEqual([payment.receives, payment.pays, payment.flows], [[], [], []]);
  });

  it("says why, where the data says why", () => {
    const b = new Builder();
    b.payment("share", b.figure("cost"));
    const [value] = inYear(2026, { cost: null });
    const payment = settled(b.done(), "2026/27", { ...value!, why: "the extract is late" });
    assert.equal(payment.reason, "cost is not reported: the extract is late.");
  });

  it("takes its baseline", () => {
    const payment = settled(gated("baseline"), "2026/27");
    assert.deepEqual(outcome(payment), ["0.00", "determined"]);
    assert.match(payment.reason!, /^readmission is not reported: .*: treated as the baseline, 14\.1%\.$/);
  });

  it("is held at the last value that was reported, at first at what the contract says", () => {
    const contract = gated("hold", { first: "0.119" });
    const known = inYear(2027, { readmission: "0.15" });
    const first = settled(contract, "2026/27", ...known);
    assert.deepEqual(outcome(first), ["1000.00", "determined"]);
    assert.match(first.reason!, /held at 11\.9%\.$/);
    assert.equal(settled(contract, "2027/28", ...known).reason, null);
    const third = settled(contract, "2028/29", ...known);
    assert.deepEqual(outcome(third), ["0.00", "determined"]);
    assert.match(third.reason!, /held at 15% \(2027\/28\)\.$/);
  });

  it("waits for reconciliation", () => {
    const payment = settled(gated("defer"), "2026/27");
    assert.deepEqual(outcome(payment), [null, "undetermined"]);
    assert.match(payment.reason!, /^readmission is not reported: .*; deferred to reconciliation\.$/);
  });

  it("waits for who decides", () => {
    const payment = settled(gated("decide", { by: "the leadership board" }), "2026/27");
    assert.match(payment.reason!, /; the leadership board decides\.$/);
  });

  it("is treated as met or as missed at the achievement that it stands in", () => {
    for (const [kind, ratio, expected] of [
      ["met", "1", "1000.00"],
      ["missed", "0", "0.00"],
    ] as const) {
      const b = new Builder();
      const metric = b.metric("readmission");
      const tier = b.tiered(metric, [[b.percent("1"), b.test(metric, "below", b.percent("0.12"))]], b.percent("0"));
      const policy = { kind, source: b.source() };
      const achieved = b.node("present", { of: tier, policy, instead: b.percent(ratio), unit: percent });
      b.payment("incentive", b.times(achieved, b.constant("1000")));
      const payment = settled(b.done(), "2026/27");
      assert.deepEqual(outcome(payment), [expected, "determined"]);
      assert.match(payment.reason!, new RegExp(`treated as ${kind}\\.$`));
    }
  });

  it("makes a condition unknown, not false", () => {
    const b = new Builder();
    const known = b.test(b.figure("cost"), "above", b.constant("5"));
    const gate = b.node("logic", {
      operator: "or",
      operands: [known, b.test(b.figure("other-cost"), "above", b.constant("5"))],
      unit: { kind: "truth" },
    });
    b.payment("bonus", b.node("only-when", { when: gate, rest: b.constant("9") }));
    assert.equal(settled(b.done(), "2026/27", ...inYear(2026, { cost: "10" })).amount, null);
  });

  it("comes of dividing by nothing", () => {
    const b = new Builder();
    const ratio = b.node("divided", { top: b.figure("a"), bottom: b.figure("b"), unit: percent, name: "rate" });
    b.payment("share", b.times(ratio, b.constant("10")));
    const payment = settled(b.done(), "2026/27", ...inYear(2026, { a: "0", b: "0" }));
    assert.equal(payment.reason, "rate is not reported: there is nothing to divide by (0 below the line).");
  });
});

describe("a weight of a pool whose metric is not reported", () => {
  /** £1,000: 50% on a, 30% on b, 20% on c; each metric is itself how much is achieved. */
  function pooled(sharing: readonly string[], deferring: readonly string[]): ContractModel {
    const b = new Builder();
    const pool = b.constant("1000");
    const weight = (share: string, on: string) => {
      const of = b.metric(on);
      const policy = {
        kind: deferring.includes(on) ? ("defer" as const) : ("share-weight" as const),
        source: b.source(),
      };
      const achievement = b.node("present", { of, policy, unit: percent, grain: "year" });
      return { weight: share, on, achievement, sharesWeight: sharing.includes(on), source: b.source() };
    };
    const weights = [weight("0.5", "a"), weight("0.3", "b"), weight("0.2", "c")];
    const earned = b.node("pool", { pool, weights });
    b.payment("outcomes", earned, { pool });
    const read = b.node("payment-value", { payment: "outcomes", reads: "earned", each: "year" });
    b.payment("reader", read);
    return b.done();
  }
  const values = inYear(2026, { a: "1", b: "0.5" });
  const both = (contract: ContractModel, ...given: InputValue[]): StatementPayment[] =>
    settle(contract, dataOf(...given)).periods[0]!.payments;

  it("gives its weight to the others in proportion to theirs", () => {
    const [payment] = both(pooled(["a", "b", "c"], []), ...values);
    // 50% and half of 30% of £1,000 is £650; 80% of the weights is known.
    assert.deepEqual(outcome(payment!), ["812.50", "determined"]);
    assert.match(payment!.reason!, /^c is not reported: .*: its weight is shared among the others\.$/);
  });

  it("waits where it is deferred, and the payment is provisional with the money that waits", () => {
    const [payment] = both(pooled([], ["a", "b", "c"]), ...values);
    assert.deepEqual(outcome(payment!), ["650.00", "provisional"]);
    assert.match(
      payment!.reason!,
      /^Provisional: c is not reported: .*; deferred to reconciliation; £200 of the pool waits\.$/,
    );
  });

  it("makes a payment that reads the provisional one wait as well", () => {
    const [, reader] = both(pooled([], ["a", "b", "c"]), ...values);
    assert.deepEqual(outcome(reader!), [null, "undetermined"]);
    assert.equal(reader!.reason, "outcomes is not settled: for 2026/27 it waits for c; deferred to reconciliation.");
  });

  it("leaves nothing to pay on where none is reported", () => {
    const [payment, reader] = both(pooled(["a", "b", "c"], []), ...inYear(2026, { unrelated: "1" }));
    assert.deepEqual(outcome(payment!), [null, "undetermined"]);
    assert.match(payment!.reason!, /^a is not reported: .* b is not reported: .* c is not reported: /);
    assert.deepEqual(outcome(reader!), [null, "undetermined"]);
  });
});

describe("too few records", () => {
  it("leave a metric not reported, and the reason says how many there were", () => {
    const b = new Builder();
    const tally = b.node("given", {
      input: "rate.denominator",
      of: "tally",
      unit: { kind: "quantity", dims: { spells: 1 } },
    });
    const formula = b.percent("0.1");
    const needs = { atLeast: "100", tally, what: "spells" };
    const rate = b.node("metric", { metric: "rate", of: formula, needs, unit: percent, grain: "year" });
    b.payment("bonus", b.times(rate, b.constant("50")));
    const enough = (count: string): StatementPayment =>
      settled(b.done(), "2026/27", ...inYear(2026, { "rate.denominator": count }));
    assert.equal(enough("100").amount, "5.00");
    assert.equal(enough("99").reason, "rate is not reported: 99 spells, and at least 100 spells are needed.");
  });
});
