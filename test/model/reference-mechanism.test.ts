import assert from "node:assert/strict";
import { type ContractModel, type InputValue, type StatementPayment, settle } from "@concordat/model";
import { dataOf, inYear } from "./build.js";
import { referenceMechanism } from "./reference-mechanism.js";

/** Inputs at their declared precision: m in tenths, d and q in hundredths of a percent, cost in pence. */
interface Row {
  readonly m: bigint;
  readonly d: bigint;
  readonly q: bigint;
  readonly c: bigint;
}

const TARGET = 48_000_000_00n;
const clamp = (value: bigint, low: bigint, high: bigint): bigint => (value < low ? low : value > high ? high : value);
const halfUp = (top: bigint, bottom: bigint): bigint => (2n * top + bottom) / (2n * bottom);

/** The same mechanism in integers of pence over 254, sharing nothing with the model. */
function oracle({ m, d, q, c }: Row) {
  const line = 480_000_00n * clamp(2154n - m, 0n, 254n);
  const tier = 254n * (d < 300n ? 360_000_00n : d < 350n ? 180_000_00n : 0n);
  const quality = 254n * (q >= 8500n ? 360_000_00n : 0n);
  const pool = line + tier + quality;
  const gate = pool >= 254n * 720_000_00n;
  const saved = clamp(TARGET - c - 960_000_00n, 0n, 3_840_000_00n);
  const gain = gate ? saved * 127n : 0n;
  const borne = clamp(c - TARGET - 960_000_00n, 0n, 1_440_000_00n) * 4n;
  const cap = 1_440_000_00n;
  const loss = halfUp(borne, 10n) > cap ? cap : halfUp(borne, 10n);
  const total = halfUp(pool + gain, 254n);
  return { pool: halfUp(pool, 254n), gain: halfUp(gain, 254n), loss, total, parts: divide(total) };
}

function divide(total: bigint): bigint[] {
  const weights = [55n, 30n, 15n];
  const parts = weights.map((weight) => (total * weight) / 100n);
  let left = total - parts.reduce((sum, part) => sum + part, 0n);
  const order = [0, 1, 2].sort((a, b) => {
    const [ra, rb] = [(total * weights[a]!) % 100n, (total * weights[b]!) % 100n];
    return ra === rb ? a - b : ra > rb ? -1 : 1;
  });
  for (const index of order) {
    if (left === 0n) break;
    parts[index]! += 1n;
    left -= 1n;
  }
  return parts;
}

/** A fixed sequence, so that a row that fails fails again. */
function sequence(seed: bigint): (below: bigint) => bigint {
  let state = seed;
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % (1n << 64n);
    return (state >> 20n) % below;
  };
}

function corpus(size: number): Row[] {
  const next = sequence(20260401n);
  const pick = <T>(list: readonly T[]): T => list[Number(next(BigInt(list.length)))]!;
  const edges = {
    m: [2154n, 2153n, 2155n, 1900n, 1899n, 1901n, 0n, 3000n],
    d: [299n, 300n, 301n, 349n, 350n, 351n, 0n, 10000n],
    q: [8499n, 8500n, 8501n, 0n, 10000n],
    c: [0n, 1n, -1n].flatMap((off) =>
      ["48000000", "47040000", "43200000", "48960000", "50400000"].map((pounds) => BigInt(pounds) * 100n + off),
    ),
  };
  return Array.from({ length: size }, (_, index) => {
    const edge = index % 8 === 0;
    return {
      m: edge ? pick(edges.m) : next(3001n),
      d: edge || index % 3 === 0 ? pick(edges.d) : next(800n),
      q: edge ? pick(edges.q) : 7500n + next(2000n),
      c: edge ? pick(edges.c) : 40_000_000_00n + next(14_000_000_00n),
    };
  });
}

const decimal = (value: bigint, decimals: number): string => {
  const digits = `${value}`.padStart(decimals + 1, "0");
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};
const given = ({ m, d, q, c }: Row): InputValue[] =>
  inYear(2026, { m: decimal(m, 1), d: decimal(d, 4), q: decimal(q, 4), c: decimal(c, 2) });

function paid(contract: ContractModel, row: Row): Record<string, StatementPayment> {
  const { periods } = settle(contract, dataOf(...given(row)), { next: false });
  return Object.fromEntries(periods[0]!.payments.map((payment) => [payment.payment, payment]));
}

describe("the reference mechanism", () => {
  const contract = referenceMechanism();

  it("agrees to the penny with integers on 2,000 rows, one in eight of them on a boundary", () => {
    const wrong = corpus(2000).filter((row) => {
      const { outcomes, "gain-loss": share, total } = paid(contract, row);
      const expected = oracle(row);
      const parts = ["trust", "gps", "vcfse"].map(
        (party) => total!.receives.find((part) => part.party === party)?.amount ?? "0.00",
      );
      const said = [outcomes!.amount, share!.amount, total!.amount, ...parts];
      const should = [expected.pool, expected.gain + expected.loss, expected.total, ...expected.parts];
      return JSON.stringify(said) !== JSON.stringify(should.map((pence) => decimal(pence, 2)));
    });
    assert.deepEqual(wrong, []);
  }).timeout(30_000);

  const best = { m: 1900n, d: 0n, q: 10000n, c: 43_200_000_00n };

  it("pays at most £3,120,000, and the providers bear at most £576,000", () => {
    assert.equal(paid(contract, best).total!.amount, "3120000.00");
    assert.equal(paid(contract, { ...best, c: 0n }).total!.amount, "3120000.00");
    const worst = paid(contract, { m: 3000n, d: 10000n, q: 0n, c: 100_000_000_00n });
    assert.equal(worst["gain-loss"]!.amount, "576000.00");
    assert.deepEqual(
      worst["gain-loss"]!.pays.map(({ party, amount }) => [party, amount]),
      [
        ["trust", "316800.00"],
        ["gps", "172800.00"],
        ["vcfse", "86400.00"],
      ],
    );
  });

  it("falls off a cliff of £1,920,000 where the pool just fails its gate", () => {
    // Tier lost, quality met: 40% × (215.4 − m) ÷ 25.4 must make up 30% of the pool, which lies at m = 196.35.
    const just = { ...best, d: 10000n };
    assert.equal(paid(contract, { ...just, m: 1963n })["gain-loss"]!.amount, "1920000.00");
    assert.equal(paid(contract, { ...just, m: 1964n })["gain-loss"]!.amount, "0.00");
  });
});
