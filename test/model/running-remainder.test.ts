import assert from "node:assert/strict";
import { checkFiles } from "@concordat/language";
import { byRunningRemainder, type ContractModel, Rational, type Statement, settle } from "@concordat/model";
import fc from "fast-check";

const PENNY = Rational.parse("0.01");

/** Amounts in pennies, divided one after the other by the same or by changing weights. */
const periods = (weights: { min: number; max: number }, pennies: { min: number; max: number }) =>
  fc
    .integer({ min: 1, max: 6 })
    .chain((parties) =>
      fc.array(
        fc.tuple(fc.integer(pennies), fc.array(fc.integer(weights), { minLength: parties, maxLength: parties })),
        { minLength: 1, maxLength: 24 },
      ),
    );

interface SoFar {
  readonly parts: readonly Rational[];
  readonly amount: Rational;
  /** What each party had to date, less its exact shares to date. */
  readonly above: readonly Rational[];
}

function divided(all: readonly (readonly [number, readonly number[]])[]): SoFar[] {
  let carried = all[0]![1].map(() => Rational.zero);
  let above = carried;
  return all.map(([pennies, weights]) => {
    const amount = PENNY.times(Rational.of(pennies));
    const sizes = weights.map((weight) => Rational.of(weight));
    const made = byRunningRemainder(amount, sizes, PENNY, carried);
    carried = made.carried;
    const whole = Rational.sum(sizes);
    above = above.map((sum, index) => sum.plus(made.parts[index]!).less(amount.times(sizes[index]!).over(whole)));
    return { parts: made.parts, amount, above };
  });
}

describe("a running remainder", () => {
  it("divides each amount into whole pennies that add up to it, none of them below nothing", () =>
    fc.assert(
      fc.property(periods({ min: 1, max: 50 }, { min: 0, max: 40 }), (all) => {
        for (const { parts, amount } of divided(all)) {
          assert.ok(Rational.sum(parts).equals(amount));
          assert.ok(parts.every((part) => !part.isNegative && part.over(PENNY).bottom === 1n));
        }
      }),
      { numRuns: 1_000 },
    ));

  it("keeps each party within a penny of its exact shares to date, where each share is a penny or more", () =>
    fc.assert(
      fc.property(periods({ min: 1, max: 50 }, { min: 300, max: 9_000 }), (all) => {
        for (const { above } of divided(all)) assert.ok(above.every((off) => off.size().below(PENNY)));
      }),
      { numRuns: 1_000 },
    ));

  it("never gives a party a penny more than its exact shares to date, however small they are", () =>
    fc.assert(
      fc.property(periods({ min: 1, max: 50 }, { min: 0, max: 10 }), (all) => {
        for (const { above } of divided(all)) assert.ok(above.every((off) => off.below(PENNY)));
      }),
      { numRuns: 1_000 },
    ));

  it("goes round in a contract: of £100 a quarter each of three has a penny more in turn", async () => {
    const parts = await quarters("paid to a, b, c equally");
    assert.deepEqual(
      parts.slice(0, 4).map(({ receives }) => receives.map(({ amount }) => amount).join(" ")),
      ["33.34 33.33 33.33", "33.33 33.34 33.33", "33.33 33.33 33.34", "33.34 33.33 33.33"],
    );
  });

  it("runs through the parts of one period for those who pay", async () => {
    const parts = await quarters("paid to a, b, c equally  paid by x 50%, y 50%");
    let paid = Rational.zero;
    let due = Rational.zero;
    for (const { pays } of parts) {
      paid = paid.plus(Rational.parse(pays.find(({ party }) => party === "x")!.amount));
      due = due.plus(Rational.of(50));
      assert.ok(paid.less(due).size().below(PENNY));
    }
  });

  it("passes over a period that is not determined", async () => {
    const contract = await checked(`figure visits : visits, during each quarter, if not reported defer to reconciliation
      payment deal each quarter { pays visits times £0.01 a visit  paid to a, b, c equally }`);
    const quarter = (index: number, value: string | null) => ({
      name: "visits",
      of: {},
      from: ["2026-04-01", "2026-07-01", "2026-10-01"][index]!,
      to: ["2026-07-01", "2026-10-01", "2027-01-01"][index]!,
      value,
    });
    const values = [quarter(0, "100"), quarter(1, null), quarter(2, "100")];
    const all = paymentsOf(settle(contract, { values, digest: "", quality: [] }, { next: false }));
    assert.deepEqual(
      all.map(({ receives }) => receives.map(({ amount }) => amount)),
      [["0.34", "0.33", "0.33"], [], ["0.33", "0.34", "0.33"]],
    );
  });
});

const paymentsOf = ({ periods: all }: Statement) => all.flatMap(({ payments }) => payments);

const quarters = async (paid: string) =>
  paymentsOf(
    settle(
      await checked(`payment deal each quarter { pays £100  ${paid} }`),
      { values: [], digest: "", quality: [] },
      { next: false },
    ),
  );

async function checked(lines: string): Promise<ContractModel> {
  const text = `contract running "Running" {
    currency  GBP
    term      from 1 April 2026 to 31 March 2029
    year      starts 1 April
    settled   each quarter
    rounding  nearest penny, halves away from zero
    division  by running remainder
    commissioner x "X", contributes 60%
    commissioner y "Y", contributes 40%
    provider a "A"
    provider b "B"
    provider c "C"
    ${lines}
  }`;
  const [file] = await checkFiles([{ file: "running.concordat", text }], () => undefined);
  assert.deepEqual(
    file!.findings.filter(({ severity }) => severity === "error").map(({ message }) => message),
    [],
  );
  return file!.contracts[0]!;
}
