import type { ContractModel } from "@concordat/model";
import { Builder, percent, plain, shares } from "./build.js";

/**
 * A pool on three metrics and a gain and loss share with a gate, two deadbands and a cap that can never bind. The pool
 * is one payment and the share another that reads it; `total` adds the two and is divided among three providers.
 */
export function referenceMechanism(): ContractModel {
  const b = new Builder();
  const m = b.metric("m", plain);
  const d = b.metric("d", percent);
  const q = b.metric("q", percent);
  const cost = b.figure("c");
  const none = b.percent("0");
  const all = b.percent("1");
  const pool = b.constant("1200000");
  const target = b.constant("48000000", undefined, "target-cost");

  const fewer = b.scaled(m, [none, b.constant("215.4", plain)], [all, b.constant("190", plain)]);
  const low = b.percent("0.03");
  const middle = b.percent("0.035");
  const between = b.all(b.test(d, "at-least", low), b.test(d, "below", middle));
  const tier = b.tiered(
    d,
    [
      [all, b.test(d, "below", low)],
      [b.percent("0.5"), between],
    ],
    none,
  );
  const quality = b.tiered(q, [[all, b.test(q, "at-least", b.percent("0.85"))]], none);
  const weight = (share: string, on: string, achievement: string) => ({
    weight: share,
    on,
    achievement,
    sharesWeight: false,
    source: b.source(),
  });
  const earned = b.node("pool", {
    pool,
    weights: [weight("0.4", "m", fewer), weight("0.3", "d", tier), weight("0.3", "q", quality)],
  });
  b.payment("outcomes", earned, { pool }, shares({ trust: 55, gps: 30, vcfse: 15 }));

  const slice = (part: "first" | "next", rate: string, width: string) => ({
    part,
    rate: b.percent(rate),
    width: b.times(b.percent(width), target),
  });
  const rest = { part: "rest" as const, rate: none };
  const saving = b.node("compares", { actual: cost, expected: target, side: "below" });
  const shared = b.node("banded", {
    x: saving,
    slices: [slice("first", "0", "0.02"), slice("next", "0.5", "0.08"), rest],
  });
  const poolEarned = b.node("payment-value", { payment: "outcomes", reads: "earned", each: "year" });
  const whole = b.node("payment-value", { payment: "outcomes", reads: "pool", each: "year" });
  const gate = b.test(poolEarned, "at-least", b.times(b.percent("0.6"), whole));
  const gain = b.node("only-when", { when: gate, rest: shared });
  const overspend = b.node("compares", { actual: cost, expected: target, side: "above" });
  const borne = b.node("banded", {
    x: overspend,
    slices: [slice("first", "0", "0.02"), slice("next", "0.4", "0.03"), rest],
  });
  const loss = b.node("at-most", { of: borne, limit: b.times(b.percent("0.03"), target) });
  const alliance = shares({ trust: 55, gps: 30, vcfse: 15 });
  const icb = shares({ icb: 100 });
  b.payment("gain-loss", [
    b.branch(gain, { when: "below", compares: saving, receivers: alliance, payers: icb }),
    b.branch(loss, { when: "above", compares: overspend, receivers: icb, payers: alliance, direction: "by" }),
  ]);
  const both = b.node("plus", { terms: [earned, gain] });
  b.payment("total", both, {}, alliance);
  return b.done();
}
