import assert from "node:assert/strict";
import { type ContractModel, type Payment, Rational, type StatementPayment, settle } from "@concordat/model";
import fc from "fast-check";
import { Builder, dataOf, row, shares } from "./build.js";

type Limits = Payment["branches"][number]["limits"];

interface Deal {
  amount?: string;
  direction?: "to" | "by";
  receivers?: Record<string, number>;
  payers?: Record<string, number>;
  /** Caps in pounds, by the order of making them. */
  limits?: (b: Builder) => Limits;
  division?: ContractModel["division"];
}

function paid(deal: Deal): StatementPayment {
  const b = new Builder({ to: "2027-03-31", ...(deal.division ? { division: deal.division } : {}) });
  const branch = b.branch(b.constant(deal.amount ?? "100"), {
    direction: deal.direction ?? "to",
    receivers: shares(deal.receivers ?? { trust: 55, gps: 30, vcfse: 15 }),
    payers: shares(deal.payers ?? { icb: 100 }),
    limits: deal.limits?.(b) ?? [],
  });
  b.payment("deal", [branch]);
  return settle(b.done(), dataOf()).periods[0]!.payments[0]!;
}

const sides = (parts: StatementPayment["receives"]): Record<string, string> =>
  Object.fromEntries(parts.map(({ party, amount }) => [party, amount]));
const capOf = (b: Builder, on: "pays" | "receives", pounds: string, excess: string | null): Limits => [
  { on, limit: b.constant(pounds), excess, source: b.source() },
];

describe("division among parties", () => {
  it("divides payees first, then each payee's amount among payers", () => {
    const deal = paid({ amount: "0.05", receivers: { trust: 50, gps: 50 }, payers: { icb: 62, council: 38 } });
    assert.deepEqual(deal.flows, [
      { from: "icb", to: "trust", amount: "0.02" },
      { from: "council", to: "trust", amount: "0.01" },
      { from: "icb", to: "gps", amount: "0.01" },
      { from: "council", to: "gps", amount: "0.01" },
    ]);
    assert.deepEqual(sides(deal.receives), { trust: "0.03", gps: "0.02" });
    assert.deepEqual(sides(deal.pays), { icb: "0.03", council: "0.02" });
  });

  it("divides payers first where the text names who pays", () => {
    const deal = paid({
      amount: "0.05",
      direction: "by",
      payers: { trust: 50, gps: 50 },
      receivers: { icb: 62, council: 38 },
    });
    assert.deepEqual(sides(deal.pays), { trust: "0.03", gps: "0.02" });
  });

  it("leaves the odd pennies to the residual party", () => {
    const thirds = { trust: 1, gps: 1, vcfse: 1 };
    const deal = paid({ receivers: thirds, division: { rule: "residual", to: "vcfse" } });
    assert.deepEqual(sides(deal.receives), { trust: "33.33", gps: "33.33", vcfse: "33.34" });
  });

  it("goes to the row's own participant", () => {
    const b = new Builder({ to: "2027-03-31" });
    b.participants("practice", { north: {}, south: {} });
    b.payment("fund", b.constant("7"), { forEach: "practice" }, row("practice"));
    const { payments } = settle(b.done(), dataOf()).periods[0]!;
    assert.deepEqual(
      payments.map(({ receives }) => sides(receives)),
      [{ north: "7.00" }, { south: "7.00" }],
    );
  });
});

describe("a limit on what a party pays or receives", () => {
  it("sends the excess to the party that the line names", () => {
    const deal = paid({ limits: (b) => capOf(b, "receives", "40", "vcfse") });
    assert.deepEqual(sides(deal.receives), { trust: "40.00", gps: "30.00", vcfse: "30.00" });
    assert.equal(deal.amount, "100.00");
    assert.equal(
      deal.limits.find(({ party }) => party === "trust")!.sentence,
      "trust receives at most £40: the excess of £15 goes to vcfse.",
    );
  });

  it("leaves the excess unpaid where the line names no one, so the total falls", () => {
    const deal = paid({ limits: (b) => capOf(b, "receives", "40", null) });
    assert.deepEqual(sides(deal.receives), { trust: "40.00", gps: "30.00", vcfse: "15.00" });
    assert.equal(deal.amount, "85.00");
    assert.equal(deal.rounding!.rounded, "100.00");
  });

  it("is rounded towards zero to the penny before it is used", () => {
    const deal = paid({ limits: (b) => capOf(b, "receives", "40.019", null) });
    assert.equal(sides(deal.receives).trust, "40.01");
  });

  it("on the side that is divided last takes from that party's flows", () => {
    const deal = paid({
      payers: { icb: 60, council: 40 },
      limits: (b) => capOf(b, "pays", "30", "icb"),
    });
    assert.deepEqual(sides(deal.pays), { icb: "70.00", council: "30.00" });
    assert.deepEqual(sides(deal.receives), { trust: "55.00", gps: "30.00", vcfse: "15.00" });
  });

  it("may bring a loss back to a party on the other side, which then stands on both", () => {
    const deal = paid({
      direction: "by",
      payers: { trust: 80, gps: 20 },
      receivers: { icb: 100 },
      limits: (b) => capOf(b, "pays", "50", "icb"),
    });
    assert.deepEqual(sides(deal.pays), { trust: "50.00", gps: "20.00", icb: "30.00" });
    assert.deepEqual(sides(deal.receives), { icb: "100.00" });
  });

  it("can be a part of what the party itself has under another payment", () => {
    const b = new Builder({ to: "2027-03-31" });
    const alliance = shares({ trust: 75, gps: 25 });
    b.payment("core", b.constant("1000"), {}, alliance);
    const core = b.node("payment-value", { payment: "core", reads: "party", each: "year", axes: ["party"] });
    const limit = b.node("times", { left: b.percent("0.05"), right: core, written: "of", axes: ["party"] });
    const limits = [{ on: "pays" as const, limit, excess: null, source: b.source() }];
    const payers = shares({ trust: 50, gps: 50 });
    const receivers = shares({ icb: 100 });
    b.payment("loss", [b.branch(b.constant("60"), { direction: "by", payers, receivers, limits })]);
    const [, loss] = settle(b.done(), dataOf()).periods[0]!.payments;
    // 5% of £750 and of £250; both bear £30 before the limit.
    assert.deepEqual(sides(loss!.pays), { trust: "30.00", gps: "12.50" });
    assert.equal(loss!.amount, "42.50");
  });

  it("that is not known leaves the payment not determined", () => {
    const b = new Builder({ to: "2027-03-31" });
    const limits = [{ on: "receives" as const, limit: b.figure("cap"), excess: null, source: b.source() }];
    b.payment("deal", [
      b.branch(b.constant("60"), { receivers: shares({ trust: 100 }), payers: shares({ icb: 100 }), limits }),
    ]);
    const { periods } = settle(
      b.done(),
      dataOf({ name: "cap", of: {}, from: "2026-04-01", to: "2027-04-01", value: null }),
      {
        period: {
          kind: "year",
          label: "2026/27",
          from: "2026-04-01",
          to: "2027-04-01",
          fullFrom: "2026-04-01",
          fullTo: "2027-04-01",
        },
      },
    );
    assert.equal(periods[0]!.payments[0]!.status, "undetermined");
  });
});

describe("every payment", () => {
  const weights = (names: readonly string[]) =>
    fc
      .array(fc.integer({ min: 1, max: 100 }), { minLength: names.length, maxLength: names.length })
      .map((list) => Object.fromEntries(names.map((name, index) => [name, list[index]!])));
  const deals = fc.record({
    pence: fc.integer({ min: 0, max: 10_000_000 }),
    direction: fc.constantFrom<"to" | "by">("to", "by"),
    receivers: weights(["trust", "gps", "vcfse"]),
    payers: weights(["icb", "council"]),
    caps: fc.array(
      fc.record({
        on: fc.constantFrom<"pays" | "receives">("pays", "receives"),
        pence: fc.integer({ min: 0, max: 5_000_000 }),
        excess: fc.constantFrom(null, "icb", "vcfse"),
      }),
      { maxLength: 2 },
    ),
  });

  it("balances: what payees receive is what payers pay is the amount, whatever the limits", () => {
    fc.assert(
      fc.property(deals, ({ pence, caps, ...deal }) => {
        const pounds = (count: number): string => Rational.of(count, 100).toFixed(2);
        const payment = paid({
          ...deal,
          amount: pounds(pence),
          limits: (b) =>
            caps.map(({ on, pence, excess }) => ({ on, limit: b.constant(pounds(pence)), excess, source: b.source() })),
        });
        const sum = (parts: readonly { amount: string }[]): string =>
          Rational.sum(parts.map(({ amount }) => Rational.parse(amount))).toFixed(2);
        assert.equal(sum(payment.receives), payment.amount);
        assert.equal(sum(payment.pays), payment.amount);
        assert.equal(sum(payment.flows), payment.amount);
        assert.ok(payment.flows.every(({ amount }) => Rational.parse(amount).above(Rational.zero)));
        if (caps.every(({ excess }) => excess !== null)) assert.equal(payment.amount, pounds(pence));
      }),
      { numRuns: 300 },
    );
  });
});
